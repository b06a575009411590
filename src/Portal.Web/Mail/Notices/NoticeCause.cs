using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Mail.Notices;

/// <summary>An event of an account, and whose account it is.</summary>
/// <param name="Links">Links for this account that the same transaction made.</param>
internal sealed record NoticeCause(AuditEvent Event, PortalUser User, IReadOnlyList<IssuedLink>? Links = null)
{
    /// <summary>Somebody else manages the contract and can sign in; asked for locks alone (LOCK-7).</summary>
    public bool HasManager { get; init; } = true;

    /// <summary>
    /// What another user who did it is; null where it was no other user, or where it worked as a manager.
    /// </summary>
    public AccountRole? ActorRole { get; init; }

    /// <summary>What sites are called, by their slugs; told where rights of the staff change alone.</summary>
    public IReadOnlyDictionary<string, LocalText> Sites { get; init; } = new Dictionary<string, LocalText>();

    /// <summary>The link that the act made for its mail; null where it made none of this kind.</summary>
    public IssuedLink? Link(LinkPurpose purpose) => Links?.LastOrDefault(issued => issued.Link.Purpose == purpose);

    /// <summary>One of the event's details as text; null where it has none of that name.</summary>
    public string? Detail(string name) => EventDetails.Read(Event.Details, name);

    /// <summary>
    /// Whether somebody else who is signed in did it: as often as that one likes, unless mails about it have a limit
    /// (ML-08).
    /// </summary>
    public bool IsAnothers => Event.ActorKind is ActorKind.User or ActorKind.Staff && !IsOwners;

    /// <summary>
    /// Whether the owner did it, or nobody who is signed in: only then the place tells the owner something.
    /// </summary>
    public bool IsOwners => Event.ActorKind == ActorKind.Anonymous || (Event.ActorKind == ActorKind.User && Event.ActorId == User.Id);
}
