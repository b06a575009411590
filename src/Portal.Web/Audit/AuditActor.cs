using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Audit;

/// <summary>Who acts in this request, job or command, and from where. Filled in once, read by every event.</summary>
public sealed class AuditActor : IActorRecord
{
    public ActorKind Kind { get; set; } = ActorKind.Anonymous;

    public Guid? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>Who it was of those who share an ID, for the log (AU-07); null where the name says it.</summary>
    public string? SignsInWith { get; private set; }

    /// <summary>The account in whose place <see cref="Id"/> works; null where it works for itself.</summary>
    public Guid? ActingAsId { get; set; }

    /// <summary>Whose rights count.</summary>
    public Guid? RightsOf => ActingAsId ?? Id;

    public string? Address { get; set; }

    public string? Browser { get; set; }

    public string? SessionHash { get; set; }

    public string CorrelationId { get; set; } = Guid.CreateVersion7().ToString("N");

    /// <summary>The named person or part of the system becomes the actor.</summary>
    public void ActAs(ActorKind kind, string name, Guid? id = null)
    {
        Kind = kind;
        Name = name;
        Id = id;
        SignsInWith = null;
    }

    /// <summary>The account becomes the actor.</summary>
    public void ActAs(ActorKind kind, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        ActAs(kind, user.UserName!, user.Id);
        SignsInWith = user.SignsInWith;
    }
}
