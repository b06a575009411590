using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases.Answers;

/// <summary>What the staff says in a canned answer.</summary>
/// <param name="TextEn">Empty where Japanese serves all.</param>
public sealed record CannedContent(string Title, string TextJa, string TextEn)
{
    public static CannedContent Of(CannedAnswer row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new CannedContent(row.Title, row.TextJa, row.TextEn ?? "");
    }
}

public enum CannedOutcome
{
    Done,
    Unchanged,

    /// <summary>The tenant has one of that name.</summary>
    NameTaken,

    /// <summary>The tenant has as many as one may have.</summary>
    TooMany,

    /// <summary>Somebody changed it since the page was opened.</summary>
    Conflict,

    /// <summary>Somebody deleted it.</summary>
    Gone,
}

/// <summary>The canned answers of the tenant that one is in (ADMIN-5): each act with its event.</summary>
public sealed class CannedAnswers(PortalDbContext db, KeyLock turns, AuditLog audit)
{
    public async Task<CannedOutcome> AddAsync(CannedContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        await EnterAsync();
        if (await db.CannedAnswers.CountAsync() >= CaseLimits.CannedAnswers)
        {
            return CannedOutcome.TooMany;
        }

        if (await IsTakenAsync(content.Title, null))
        {
            return CannedOutcome.NameTaken;
        }

        var row = new CannedAnswer { Id = Guid.CreateVersion7(), Title = content.Title, TextJa = content.TextJa };
        Apply(content, row);
        db.CannedAnswers.Add(row);
        audit.Record(CaseEvents.AnswerAdded, Subject(row));
        return CannedOutcome.Done;
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<CannedOutcome> ChangeAsync(Guid id, int version, CannedContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        await EnterAsync();
        if (await db.CannedAnswers.SingleOrDefaultAsync(each => each.Id == id) is not { } row)
        {
            return CannedOutcome.Gone;
        }

        var before = CannedContent.Of(row);
        if (row.Version != version)
        {
            return CannedOutcome.Conflict;
        }

        if (await IsTakenAsync(content.Title, id))
        {
            return CannedOutcome.NameTaken;
        }

        if (before == content)
        {
            return CannedOutcome.Unchanged;
        }

        Apply(content, row);
        audit.Record(CaseEvents.AnswerChanged, Subject(row), details: new
        {
            changes = before.Title == content.Title ? null : new { answerName = new[] { before.Title, content.Title } },
            textChanged = before.TextJa != content.TextJa ? true : (bool?)null,
            textEnglishChanged = before.TextEn != content.TextEn ? true : (bool?)null,
        });
        return CannedOutcome.Done;
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<CannedOutcome> DeleteAsync(Guid id, int version)
    {
        await EnterAsync();
        if (await db.CannedAnswers.SingleOrDefaultAsync(each => each.Id == id) is not { } row)
        {
            return CannedOutcome.Gone;
        }

        if (row.Version != version)
        {
            return CannedOutcome.Conflict;
        }

        db.CannedAnswers.Remove(row);
        audit.Record(CaseEvents.AnswerDeleted, Subject(row));
        return CannedOutcome.Done;
    }

    // Those who change the answers of one tenant take turns, so that bound and names hold.
    private Task EnterAsync() => turns.EnterAsync($"cases/answers/{db.Scope.Current:N}");

    private Task<bool> IsTakenAsync(string title, Guid? but) => db.CannedAnswers.AnyAsync(row => row.Title == title && row.Id != but);

    private static void Apply(CannedContent content, CannedAnswer row) =>
        (row.Title, row.TextJa, row.TextEn) = (content.Title, content.TextJa, content.TextEn.Length > 0 ? content.TextEn : null);

    private static AuditSubject Subject(CannedAnswer row) => new(row.Id, row.Title, null);
}
