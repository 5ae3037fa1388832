//! A question in Cedar's words.

use std::collections::BTreeSet;
use std::str::FromStr as _;

use cedar_policy::{
    Context, Entities, Entity, EntityId, EntityTypeName, EntityUid, Request, RestrictedExpression, Schema,
};
use quorate_charter::MemberCode;
use quorate_partnership::Moment;

use super::generate::SCHEMA;
use super::{Action, Circumstances, Facts, Question, Reader, Refusal};
use crate::marking::Level;

/// The schema and the names in it, read once.
#[derive(Clone, Debug)]
pub(super) struct Names {
    schema: Schema,
    member: EntityTypeName,
    compartment: EntityTypeName,
    reader: EntityTypeName,
    product: EntityTypeName,
    action: EntityTypeName,
}

/// What Cedar is asked.
pub(super) struct Asked {
    pub(super) request: Request,
    pub(super) entities: Entities,
}

impl Names {
    pub(super) fn new() -> Result<Names, Refusal> {
        let name = |name: &str| EntityTypeName::from_str(name).map_err(|_| Refusal::Faulty);
        let (schema, _) = Schema::from_cedarschema_str(SCHEMA).map_err(|_| Refusal::Faulty)?;
        Ok(Names {
            schema,
            member: name("Member")?,
            compartment: name("Compartment")?,
            reader: name("Reader")?,
            product: name("Product")?,
            action: name("Action")?,
        })
    }

    /// The question as a request and its entities; the schema is checked of both.
    pub(super) fn ask(&self, question: &Question) -> Result<Asked, Refusal> {
        let reader = uid(&self.reader, "reader");
        let product = uid(&self.product, "product");
        let entities =
            [self.reader(reader.clone(), &question.reader)?, self.product(product.clone(), &question.facts)?];
        let entities = Entities::from_entities(entities, Some(&self.schema)).map_err(|_| Refusal::Faulty)?;
        let context = self.context(&question.circumstances)?;
        let action = self.action(question.action);
        let request = Request::new(reader, action, product, context, Some(&self.schema))
            .map_err(|_| Refusal::Faulty)?;
        Ok(Asked { request, entities })
    }

    fn action(&self, action: Action) -> EntityUid {
        uid(&self.action, action.name())
    }

    fn state(&self, member: MemberCode) -> RestrictedExpression {
        RestrictedExpression::new_entity_uid(uid(&self.member, member.as_str()))
    }

    fn states(&self, members: impl IntoIterator<Item = MemberCode>) -> RestrictedExpression {
        RestrictedExpression::new_set(members.into_iter().map(|member| self.state(member)))
    }

    fn reader(&self, uid: EntityUid, reader: &Reader) -> Result<Entity, Refusal> {
        let attributes = [
            ("member".to_owned(), self.state(reader.post.member)),
            ("office".to_owned(), RestrictedExpression::new_string(reader.post.office.name().to_owned())),
            ("cleared".to_owned(), level(reader.cleared)),
            ("bound".to_owned(), self.states(reader.bound.iter().copied())),
        ];
        Entity::new(uid, attributes.into(), BTreeSet::new().into_iter().collect())
            .map_err(|_| Refusal::Faulty)
    }

    fn product(&self, own: EntityUid, facts: &Facts) -> Result<Entity, Refusal> {
        let release = facts.release.map_or(Ok(0), millis)?;
        let attributes = [
            ("originator".to_owned(), self.state(facts.originator)),
            ("releasable".to_owned(), self.states(facts.releasable.iter())),
            ("level".to_owned(), level(facts.level)),
            ("release".to_owned(), RestrictedExpression::new_long(release)),
            ("advance".to_owned(), self.states(facts.advance.iter().copied())),
            ("controlled".to_owned(), RestrictedExpression::new_bool(facts.controlled)),
            ("contributors".to_owned(), self.states(facts.contributors.iter().copied())),
            ("actionable".to_owned(), RestrictedExpression::new_bool(facts.actionable)),
        ];
        let compartments = facts.compartments.iter().map(|id| uid(&self.compartment, &id.to_string()));
        Entity::new(own, attributes.into(), compartments.collect()).map_err(|_| Refusal::Faulty)
    }

    fn context(&self, circumstances: &Circumstances) -> Result<Context, Refusal> {
        let now = RestrictedExpression::new_long(millis(circumstances.now)?);
        let mut pairs = vec![
            ("now".to_owned(), now),
            ("consents".to_owned(), self.states(circumstances.consents.iter().copied())),
            ("to".to_owned(), self.states(circumstances.to.iter().copied())),
        ];
        pairs.extend(circumstances.kept.map(|kept| ("kept".to_owned(), level(kept))));
        Context::from_pairs(pairs).map_err(|_| Refusal::Faulty)
    }
}

fn uid(of: &EntityTypeName, id: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(of.clone(), EntityId::new(id))
}

fn level(level: Level) -> RestrictedExpression {
    let number = Level::ALL.into_iter().zip(0..).find(|(one, _)| *one == level);
    // Every level stands in the list.
    RestrictedExpression::new_long(number.map_or(i64::MAX, |(_, number)| number))
}

fn millis(moment: Moment) -> Result<i64, Refusal> {
    i64::try_from(moment.0).map_err(|_| Refusal::Moment)
}
