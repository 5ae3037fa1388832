//! Commands that come in at the door, signed elsewhere: judged by the view, ordered by the node.

use quorate_node::run::{Client, ClientError};
use quorate_node::{Answer, Node, NodeError};
use quorate_partnership::{CommandId, Refused, Signed, Unauthentic};
use quorate_web::{Acceptance, NotTaken};

use super::Door;

/// Has a command ordered. The view is not held while other nodes are waited for: what is new goes on being shown.
pub(super) fn submit(door: &Door, signed: &[u8]) -> Result<Acceptance, NotTaken> {
    let mut node = door.node();
    if node.is_alone() {
        let submitted = node.submit(&[signed.to_vec()]).map_err(failed)?;
        door.show(&node);
        let answer = submitted.answers.into_iter().next().ok_or(NotTaken::NotYet)?;
        return answer.map(accepted).map_err(not_taken);
    }
    node.catch_up().map_err(failed)?;
    let command =
        Signed::read(signed, &node.partnership().id()).map_err(|error| NotTaken::Form(error.to_string()))?;
    if let Some(told) = remembered(&node, command.id()) {
        return Ok(told);
    }
    let id = command.id();
    let (_, judged) = node.partnership().admit(node.next_moment(), &[command]);
    judged.into_iter().try_for_each(|judged| judged.map_err(|error| unauthentic(&error)))?;
    drop(node);
    let client = Client::connect(&door.directory).map_err(|_| NotTaken::Away)?;
    client.submit(&[signed.to_vec()]).map_err(|error| failed(error.into()))?;
    let mut node = door.node();
    node.catch_up().map_err(failed)?;
    door.show(&node);
    remembered(&node, id).ok_or(NotTaken::NotYet)
}

/// Where a command stands, as long as it is remembered.
pub(super) fn remembered(node: &Node, id: CommandId) -> Option<Acceptance> {
    let told = node.partnership().remembered(&id)?;
    let (height, position) = (told.height, told.position);
    Some(Acceptance { id, height, position, refusal: told.refusal.as_ref().map(refused) })
}

fn accepted(answer: Answer) -> Acceptance {
    let Answer { id, height, position, refusal } = answer;
    Acceptance { id, height, position, refusal: refusal.as_ref().map(refused) }
}

fn refused(refused: &Refused) -> quorate_web::Refused {
    quorate_web::Refused {
        rule: refused.rule(),
        article: refused.article(),
        what: refused.to_string(),
        remedy: refused.remedy().to_owned(),
    }
}

fn not_taken(why: quorate_node::NotTaken) -> NotTaken {
    match why {
        quorate_node::NotTaken::Form(error) => NotTaken::Form(error.to_string()),
        quorate_node::NotTaken::Unauthentic(error) => unauthentic(&error),
    }
}

fn unauthentic(error: &Unauthentic) -> NotTaken {
    NotTaken::Unauthentic { rule: error.rule(), what: error.to_string(), remedy: error.remedy().to_owned() }
}

fn failed(error: NodeError) -> NotTaken {
    match error {
        NodeError::Asleep(_) | NodeError::Served(ClientError::NotRunning(_) | ClientError::Broke { .. }) => {
            NotTaken::Away
        }
        NodeError::Served(ClientError::NotYet) => NotTaken::NotYet,
        other => NotTaken::Failed(other.to_string()),
    }
}
