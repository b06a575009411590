using Portal.Rules.Cases;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.RichTexts;

namespace Portal.Web.Domain.Cases;

/// <summary>Writes what happens to a case: its entry and its one event, at the same moment.</summary>
public sealed class CaseTimeline(PortalDbContext db, AuditLog audit, CaseClocks clocks, TimeProvider clock)
{
    /// <summary>What the customer sees: the case counts as changed.</summary>
    internal CaseEntry AddPublic(SupportCase row, CaseActor actor, CaseEntryKind kind, string? text, CaseMove? move = null)
    {
        var (from, was) = (row.Status, CaseClocks.FactsOf(row));
        var entry = Add(row, actor, kind, text);
        if (move is { } made && CaseRules.Decide(actor.Side, from, made) is CaseDecision.Allowed allowed)
        {
            (entry.From, entry.To) = (from, allowed.To);
            Move(row, allowed.To, entry.At);
        }

        row.Version++;
        row.UpdatedAt = entry.At;
        var isOwed = row.WaitingSince is not null;
        row.WaitingSince = WaitingSince(row, entry, move);
        if (row.Status == CaseStatus.Resolved && from == CaseStatus.Resolved && isOwed && row.WaitingSince is null)
        {
            // What it says is new to the customer: the time to approve begins with it.
            (row.ResolvedAt, row.Reminded, row.RemindedAt) = (entry.At, null, null);
        }

        if (entry is { Side: CaseSide.Agent, Source: not null })
        {
            row.FirstAnsweredAt ??= entry.At;
        }

        clocks.Wind(row, was, entry.At);
        return entry;
    }

    /// <summary>What is the staff's own: nothing of it shows on the customer's side.</summary>
    internal CaseEntry AddInternal(SupportCase row, CaseActor actor, CaseEntryKind kind, string? text)
    {
        var entry = Add(row, actor, kind, text);
        entry.IsInternal = true;
        return entry;
    }

    /// <summary>The event, whose subject is the case.</summary>
    internal void Record(string kind, SupportCase row, object? details = null, CaseEntry? entry = null) =>
        audit.Record(kind, new AuditSubject(null, CaseNumber.Of(row.Number), row.ContractId), details: details, occurredAt: entry?.At);

    private static void Move(SupportCase row, CaseStatus to, DateTimeOffset at)
    {
        row.Status = to;
        row.ResolvedAt = to == CaseStatus.Resolved ? at : to == CaseStatus.Closed ? row.ResolvedAt : null;
        (row.Reminded, row.RemindedAt) = (null, null);
        row.ClosedAt = to == CaseStatus.Closed ? at : null;
    }

    // Taking a case answers nothing: its customer waits on. What the customer says on a solved case waits, too.
    private static DateTimeOffset? WaitingSince(SupportCase row, CaseEntry entry, CaseMove? made) => (row.Status, entry.Side) switch
    {
        (CaseStatus.Closed, _) => null,
        (_, CaseSide.Customer) => row.WaitingSince ?? entry.At,
        (_, CaseSide.Agent) when entry.Source is null && made is CaseMove.Take or CaseMove.Resume => row.WaitingSince,
        _ => null,
    };

    private CaseEntry Add(SupportCase row, CaseActor actor, CaseEntryKind kind, string? text)
    {
        var entry = new CaseEntry
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            CaseId = row.Id,
            Order = ++row.EntryCount,
            Kind = kind,
            Side = actor.Side,
            AuthorId = actor.Id,
            AuthorName = actor.Name,
            At = clock.GetUtcNow(),
            Source = string.IsNullOrEmpty(text) ? null : text,
            Html = string.IsNullOrEmpty(text) ? null : RichText.ToHtml(text),
        };
        db.CaseEntries.Add(entry);
        return entry;
    }
}
