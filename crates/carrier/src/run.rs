//! A carrier that runs: it listens, dials its partners again and again, and follows the list of them.

use std::collections::BTreeMap;
use std::fs::File;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;
use tokio::task::AbortHandle;
use tokio::time::sleep;

use crate::folder::Folder;
use crate::hear::Hearing;
use crate::inbox::{self, Order};
use crate::key::{OwnKey, Pin};
use crate::knock::Heard;
use crate::link::{self, in_words};
use crate::lobby::Lobby;
use crate::message::Answer;
use crate::partners::{self, Partner};
use crate::speak::{Done, Speaking};
use crate::start::{Event, Settings, StartError};

/// How often it is looked whether the list of partners is another.
const LOOK: Duration = Duration::from_secs(1);
/// The shortest and the longest pause before a partner is dialled again, in milliseconds.
const PAUSES: (u64, u64) = (200, 30_000);
/// How long a link has to have held for the pauses to begin anew.
const HELD: Duration = Duration::from_secs(10);
/// How many at a time may prove that they are one partner.
const MAX_PROVING: usize = 4;
/// How long is waited when there are no more sockets.
const NO_SOCKETS: Duration = Duration::from_millis(100);

type Told = Arc<dyn Fn(Event) + Send + Sync>;

/// What is known of a partner while the carrier runs.
struct Known {
    partner: Partner,
    dialling: AbortHandle,
    heard: Option<AbortHandle>,
    alone: Arc<Mutex<()>>,
    /// Those who knocked in its name and did not yet prove that they are it.
    proving: Arc<Semaphore>,
}

/// What all tasks share.
struct Here {
    folder: Folder,
    own: OwnKey,
    settings: Settings,
    order: Order,
    told: Told,
    known: Mutex<BTreeMap<Pin, Known>>,
    knocks: Mutex<Heard>,
    lobby: Mutex<Lobby<AbortHandle>>,
}

fn hold<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A carrier that runs until this is dropped.
pub struct Carrier {
    runtime: Option<Runtime>,
    listens: SocketAddr,
    _lock: File,
}

impl Carrier {
    /// Listens, and dials partners. `told` is called with what happens and must not block.
    ///
    /// # Errors
    /// [`StartError`].
    pub fn run(
        folder: &Folder,
        settings: Settings,
        told: impl Fn(Event) + Send + Sync + 'static,
    ) -> Result<Carrier, StartError> {
        folder.make()?;
        let lock = folder.lock("lock", false)?.ok_or(StartError::Runs)?;
        let own = OwnKey::open_or_make(folder)?;
        inbox::tidy(folder)?;
        let (stamp, list) = (partners::stamp(folder), partners::read(folder)?);
        let wrong = |source| StartError::Listen { address: settings.listen, source };
        let listener = link::bind(settings.listen).map_err(wrong)?;
        let listens = listener.local_addr().map_err(wrong)?;
        let runtime =
            Builder::new_multi_thread().worker_threads(2).thread_name("carrier").enable_all().build()?;
        let here = Arc::new(Here {
            folder: folder.clone(),
            own,
            settings,
            order: Order::after(folder)?,
            told: Arc::new(told),
            known: Mutex::default(),
            knocks: Mutex::default(),
            lobby: Mutex::default(),
        });
        let listener = {
            let _inside = runtime.enter();
            TcpListener::from_std(listener).map_err(wrong)?
        };
        runtime.spawn(Arc::clone(&here).accept(listener));
        runtime.spawn(async move {
            here.set_partners(list);
            here.follow(stamp).await;
        });
        Ok(Carrier { runtime: Some(runtime), listens, _lock: lock })
    }

    /// The address at which it listens.
    #[must_use]
    pub fn listens(&self) -> SocketAddr {
        self.listens
    }
}

impl Drop for Carrier {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(Duration::from_secs(2));
        }
    }
}

impl Here {
    /// These are the partners from now on: links with all others end.
    fn set_partners(self: &Arc<Here>, list: Vec<Partner>) {
        let mut known = hold(&self.known);
        known.retain(|_, known| {
            let stays = list.contains(&known.partner);
            if !stays {
                known.dialling.abort();
                known.heard.iter().for_each(AbortHandle::abort);
            }
            stays
        });
        for partner in list {
            known.entry(partner.key).or_insert_with(|| {
                let dialling = tokio::spawn(Arc::clone(self).dial(partner.clone())).abort_handle();
                Known {
                    partner,
                    dialling,
                    heard: None,
                    alone: Arc::default(),
                    proving: Arc::new(Semaphore::new(MAX_PROVING)),
                }
            });
        }
    }

    /// Follows the list of partners, which another process may change.
    async fn follow(self: Arc<Here>, mut stamp: Option<(std::time::SystemTime, u64)>) {
        loop {
            sleep(LOOK).await;
            let now = partners::stamp(&self.folder);
            if now == stamp {
                continue;
            }
            stamp = now;
            match partners::read(&self.folder) {
                Ok(list) => self.set_partners(list),
                Err(error) => (self.told)(Event::List(error.to_string())),
            }
        }
    }

    /// Dials a partner, speaks until the link breaks, and dials again.
    async fn dial(self: Arc<Here>, partner: Partner) {
        let Partner { name, address, key } = partner;
        let (mut pause, mut last) = (PAUSES.0, String::new());
        loop {
            let begun = Instant::now();
            let broke = match link::dial(&self.own, key, &address, self.settings.pace).await {
                Ok(stream) => {
                    (self.told)(Event::Up(name.clone()));
                    last.clear();
                    let speaking = Speaking::new(self.folder.clone(), key, Instant::now());
                    let (told, of) = (Arc::clone(&self.told), name.clone());
                    let done = move |done| match done {
                        Done::Has(id, bytes) => told(Event::Sent(of.clone(), id, bytes)),
                        Done::Refuses(id, bytes) => told(Event::Refused(of.clone(), id, bytes)),
                    };
                    link::speak(stream, speaking, self.settings.pace, done).await
                }
                Err(error) => Err(error),
            };
            let why = broke.map_or_else(|error| in_words(&error), |()| "it broke off".into());
            // Once for each reason, not once for each time.
            if why != last {
                (self.told)(Event::Down(name.clone(), why.clone()));
                last = why;
            }
            if begun.elapsed() >= HELD {
                pause = PAUSES.0;
            }
            // Not all at once, after a failure that all saw.
            let jitter = fastrand::u64(0..=pause / 2);
            sleep(Duration::from_millis(pause.saturating_add(jitter))).await;
            pause = pause.saturating_mul(2).min(PAUSES.1);
        }
    }

    async fn accept(self: Arc<Here>, listener: TcpListener) {
        loop {
            match listener.accept().await {
                Ok((stream, from)) => self.enters(stream, from.ip()),
                // There are no more sockets: some will be free.
                Err(_) => sleep(NO_SOCKETS).await,
            }
        }
    }

    /// Somebody comes. Nothing is said to it before it knocked as partners do.
    fn enters(self: &Arc<Here>, mut stream: TcpStream, from: IpAddr) {
        let (number, instead) = hold(&self.lobby).enter(from);
        instead.iter().for_each(AbortHandle::abort);
        let here = Arc::clone(self);
        let waits = tokio::spawn(async move {
            let knock = link::knocked(&mut stream).await;
            hold(&here.lobby).leave(number);
            let Ok(knock) = knock else { return };
            let pins: Vec<Pin> = hold(&here.known).keys().copied().collect();
            let who = hold(&here.knocks).who(&knock, here.own.pin(), pins.into_iter());
            if let Some(key) = who {
                here.admit(stream, key);
            }
        });
        hold(&self.lobby).began(number, waits.abort_handle());
    }

    /// A partner knocked: if it proves that it is the partner, it is heard on this link, and on no earlier one.
    fn admit(self: &Arc<Here>, stream: TcpStream, key: Pin) {
        let here = Arc::clone(self);
        let proving = hold(&self.known).get(&key).map(|known| Arc::clone(&known.proving));
        let Some(place) = proving.and_then(|proving| proving.try_acquire_owned().ok()) else { return };
        tokio::spawn(async move {
            let Ok(stream) = link::accept(&here.own, key, stream).await else { return };
            drop(place);
            let mut known = hold(&here.known);
            let Some(known) = known.get_mut(&key) else { return };
            let (name, alone) = (known.partner.name.clone(), Arc::clone(&known.alone));
            let hearing =
                Hearing::new(here.folder.clone(), name.clone(), here.order.clone(), here.settings.room);
            let told = Arc::clone(&here.told);
            let came = move |answer| {
                if let Answer::Have { id, .. } = answer {
                    told(Event::Came(name.clone(), id));
                }
            };
            let heard = tokio::spawn(async move {
                // However it ended, the partner dials again.
                let _ = link::hear(stream, hearing, alone, came).await;
            });
            if let Some(earlier) = known.heard.replace(heard.abort_handle()) {
                earlier.abort();
            }
        });
    }
}
