using Microsoft.EntityFrameworkCore;
using Portal.Rules.WorkRequests;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>An item as the staff writes it.</summary>
/// <param name="Code">Counts for a new one alone.</param>
/// <param name="OnlyWith">Plans and options, one of which a contract needs.</param>
/// <param name="Json">The definition as it was typed.</param>
/// <param name="Definition">The same, understood.</param>
public sealed record WorkItemContent(string Code, int Position, IReadOnlyList<string> OnlyWith, string Json, WorkDefinition Definition);

/// <summary>What became of an act on an item.</summary>
public abstract record WorkItemOutcome
{
    private WorkItemOutcome()
    {
    }

    public sealed record Done(WorkItem Row) : WorkItemOutcome;

    /// <summary>It was so already; nothing is recorded.</summary>
    public sealed record Unchanged : WorkItemOutcome;

    /// <summary>Another item has the code.</summary>
    public sealed record CodeTaken : WorkItemOutcome;

    /// <summary>Somebody changed it since the page was opened.</summary>
    /// <param name="Row">As it is now.</param>
    /// <param name="Version">What it says now.</param>
    public sealed record Conflict(WorkItem Row, WorkItemVersion Version) : WorkItemOutcome;
}

/// <summary>
/// What the staff does with the catalogue (ADMIN-6): a change of what an item says is a new version, and what was sent
/// keeps the one that it was sent with.
/// </summary>
public sealed class WorkItemEditing(PortalDbContext db, KeyLock turns, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    /// <summary>Hidden, until somebody publishes it.</summary>
    public async Task<WorkItemOutcome> AddAsync(WorkItemContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        await turns.EnterAsync($"workrequests/items/{db.Scope.Current:N}");
        if (await db.WorkItems.AnyAsync(row => row.Code == content.Code))
        {
            return new WorkItemOutcome.CodeTaken();
        }

        var item = new WorkItem { Id = Guid.CreateVersion7(), Code = content.Code, ChangedBy = actor.Name };
        item.Position = content.Position;
        item.LimitTo(content.OnlyWith);
        db.WorkItems.Add(item);
        Write(item, content);
        Record(WorkRequestEvents.ItemAdded, item, content.Definition, new { points = content.Definition.Points });
        return new WorkItemOutcome.Done(item);
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<WorkItemOutcome> ChangeAsync(Guid id, int version, WorkItemContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (item, now) = await LockAsync(id);
        if (item.Version != version)
        {
            return new WorkItemOutcome.Conflict(item, now);
        }

        var isNew = now.Definition != content.Json;
        if (!isNew && item.Position == content.Position && item.Names.SequenceEqual(content.OnlyWith))
        {
            return new WorkItemOutcome.Unchanged();
        }

        var before = WorkCatalogue.Read(now);
        Record(WorkRequestEvents.ItemChanged, item, content.Definition, new
        {
            changes = Changes(item, before, content),
            edition = isNew ? item.Edition + 1 : (int?)null,
        });
        item.Position = content.Position;
        item.LimitTo(content.OnlyWith);
        item.ChangedBy = actor.Name;
        if (isNew)
        {
            Write(item, content);
        }

        return new WorkItemOutcome.Done(item);
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<WorkItemOutcome> PublishAsync(Guid id, int version, bool isPublished)
    {
        var (item, now) = await LockAsync(id);
        if (item.IsPublished == isPublished)
        {
            return new WorkItemOutcome.Unchanged();
        }

        if (item.Version != version)
        {
            return new WorkItemOutcome.Conflict(item, now);
        }

        (item.IsPublished, item.ChangedBy) = (isPublished, actor.Name);
        var kind = isPublished ? WorkRequestEvents.ItemPublished : WorkRequestEvents.ItemHidden;
        Record(kind, item, WorkCatalogue.Read(now), new { edition = item.Edition });
        return new WorkItemOutcome.Done(item);
    }

    private static Dictionary<string, object[]> Changes(WorkItem item, WorkDefinition before, WorkItemContent after)
    {
        (string Name, object Before, object After)[] facts =
        [
            ("workItem", before.Title.Ja, after.Definition.Title.Ja),
            ("points", before.Points, after.Definition.Points),
            ("position", item.Position, after.Position),
            ("onlyWith", string.Join(", ", item.Names), string.Join(", ", after.OnlyWith)),
        ];
        return facts.Where(fact => !fact.Before.Equals(fact.After))
            .ToDictionary(fact => fact.Name, fact => new[] { fact.Before, fact.After });
    }

    private void Write(WorkItem item, WorkItemContent content) => db.WorkItemVersions.Add(new WorkItemVersion
    {
        ItemId = item.Id,
        Edition = ++item.Edition,
        Definition = content.Json,
        CreatedAt = clock.GetUtcNow(),
        CreatedBy = actor.Name,
    });

    /// <summary>Its events name it by its id, so that its page tells its history.</summary>
    private void Record(string kind, WorkItem item, WorkDefinition definition, object details) =>
        audit.Record(kind, new AuditSubject(item.Id, definition.Title.Ja, null), details: details);

    private async Task<(WorkItem Item, WorkItemVersion Now)> LockAsync(Guid id)
    {
        await db.WorkItems.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        var item = await db.WorkItems.SingleAsync(row => row.Id == id);
        return (item, await db.WorkItemVersions.AsNoTracking().SingleAsync(row => row.ItemId == id && row.Edition == item.Edition));
    }
}
