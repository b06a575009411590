using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;

namespace Portal.Web.Features.Cases.Mails;

/// <summary>Something that happened to a case, as its readers are told.</summary>
/// <param name="Entry">What was said; null where nothing was, or nothing that the customer's side sees.</param>
internal sealed record CaseHappening(AuditEvent Event, SupportCase Row, CaseEntry? Entry)
{
    /// <summary>Names of what was attached.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Who of the customer's side did it, as people read it; null where the entry says so.</summary>
    public string? Actor { get; init; }

    /// <summary>The readers are managers, in place of author and followers who may not be told.</summary>
    public bool IsForManagers { get; init; }

    /// <summary>Nobody did it, time did.</summary>
    public bool IsByTime => Event.ActorKind == ActorKind.System && Event.Kind != CaseEvents.Opened;

    public CaseMail For(Guid reader) =>
        new(Words, Row, reader == Event.ActorId ? null : Entry?.AuthorName ?? Actor ?? Event.ActorName, Entry?.Source)
        {
            ByItself = IsByTime,
            IsForManagers = IsForManagers,
            IsOfSupport = Entry is { } entry ? entry.Side == CaseSide.Agent : Event.ActorKind == ActorKind.Staff,
            Files = Files,
        };

    public async Task<CaseHappening> WithFilesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (Entry is not { FileCount: > 0 } entry)
        {
            return this;
        }

        var owner = CaseAttachments.OwnerOf(entry.Id).Reference;
        var names = await db.StoredFiles.AcrossTenants(db.Scope).Where(file => file.TenantId == entry.TenantId && file.Owner == owner)
            .OrderBy(file => file.Id).Select(file => file.Name).ToListAsync(cancellationToken);
        return this with { Files = names };
    }

    /// <summary>An event names a login ID, which may be several people's.</summary>
    public async Task<CaseHappening> WithActorAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (Entry is not null || Event.ActorId is not { } id)
        {
            return this;
        }

        var actor = await db.Users.AcrossTenants(db.Scope).AsNoTracking()
            .SingleOrDefaultAsync(user => user.TenantId == Row.TenantId && user.Id == id, cancellationToken);
        return this with { Actor = actor?.DisplayName };
    }

    public string? Detail(string name)
    {
        using var json = JsonDocument.Parse(Event.Details ?? "{}");
        return json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <summary>What is asked of the reader comes before what was done.</summary>
    private string Words => Event.Kind switch
    {
        CaseEvents.Opened => Detail("opener") == nameof(CaseSide.Customer) ? "Opened" : "OpenedFor",
        CaseEvents.Followed => "Followed",
        CaseEvents.Commented => "Commented",
        CaseEvents.Reminded => Detail("reminder")!,
        _ => "Moved." + Detail("move"),
    };
}
