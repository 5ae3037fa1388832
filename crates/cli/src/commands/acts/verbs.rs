//! The table of acts, by the words with which they are typed, as the types that read them.

macro_rules! acts {
    ($($group:ident $verbs:ident $about:literal { $($verb:ident($module:ident::$args:ident),)* })*) => {
        /// Everything that is given in a post.
        #[derive(Subcommand)]
        pub(crate) enum Act {
            $(#[doc = $about]
            #[command(subcommand)]
            $group(Box<$verbs>),)*
        }

        $(#[doc = $about]
        #[derive(Subcommand)]
        pub(crate) enum $verbs {
            $($verb($module::$args),)*
        }

        impl $verbs {
            fn typed(&self) -> &dyn Typed {
                match self {
                    $($verbs::$verb(typed) => typed,)*
                }
            }
        })*

        impl Act {
            fn typed(&self) -> &dyn Typed {
                match self {
                    $(Act::$group(verb) => verb.typed(),)*
                }
            }
        }
    };
}

pub(super) use acts;
