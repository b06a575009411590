using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Approvals;

/// <summary>
/// An act that a profile can put under a second person's eyes (ADMIN-11). A feature joins by registering one in its own
/// folder; whoever decides does not know which there are.
/// </summary>
public interface IApprovableAct
{
    /// <summary>One of <see cref="Rules.Approvals.ApprovableActs"/>.</summary>
    string Name { get; }

    /// <summary>May this member of the staff do the act itself in that tenant? Who may, may decide about it.</summary>
    bool MayDecide(StaffActor actor, PortalTenant tenant, ApprovalRequest request);

    /// <summary>What is to be done, in the reader's language, for the page of the one who decides.</summary>
    Task<IReadOnlyList<ApprovalFact>> DescribeAsync(ApprovalRequest request);

    /// <summary>
    /// Does it, inside its tenant and in the transaction of the decision, with every check that it has without a second
    /// person: what was asked for may be hours old.
    /// </summary>
    /// <returns>What became of it; where it was not done, nothing of it was written.</returns>
    Task<ActOutcome> CarryOutAsync(ApprovalRequest request);
}

public enum ActOutcome
{
    Done,

    /// <summary>It cannot be done any more: the request ends.</summary>
    NotPossible,

    /// <summary>A mail that belongs to it may not go out now (ML-08): the request goes on waiting.</summary>
    TooManyMails,

    /// <summary>Too many addresses in the last hour that somebody else has (EN-06): the request goes on
    /// waiting.</summary>
    TooManyTaken,
}

/// <param name="Path">"~/…"; null where it leads nowhere.</param>
public sealed record ApprovalFact(string Label, string Value, string? Path = null);

/// <summary>What is asked for.</summary>
/// <param name="Act">One of <see cref="Rules.Approvals.ApprovableActs"/>.</param>
/// <param name="Key">What it is about; one of a kind waits at a time.</param>
/// <param name="SubjectId">The account it is about, or null.</param>
/// <param name="SubjectName">The same in words that people know it by.</param>
/// <param name="Data">What is to be done; stored as JSON.</param>
public sealed record ApprovalAsk(string Act, string Key, Guid? SubjectId, string SubjectName, object Data, string Reason);
