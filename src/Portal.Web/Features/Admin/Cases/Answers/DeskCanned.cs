using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Answers;

/// <summary>The choice of a canned answer in a form.</summary>
public sealed record CannedPick(IReadOnlyList<Choice> Choices, Guid? Chosen);

/// <param name="IsOfBoth">In Japanese and English: its readers differ.</param>
public sealed record CannedInsert(string Text, bool IsOfBoth);

/// <summary>Canned answers as the desk uses them.</summary>
public sealed class DeskCanned(PortalDbContext db, StaffReach reach, CurrentSession session)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(PortalTenant tenant)
    {
        var rows = await reach.Within(db.CannedAnswers, [tenant]).OrderBy(row => row.Title).Take(CaseLimits.CannedAnswers)
            .Select(row => new { row.Id, row.Title }).ToListAsync();
        return [.. rows.Select(row => new Choice(row.Id.ToString(), row.Title))];
    }

    /// <summary>What a case's customer reads, filled in; null for one that is not there.</summary>
    public async Task<string?> TextAsync(DeskTarget target, Guid? id)
    {
        ArgumentNullException.ThrowIfNull(target);
        var author = target.Row.AuthorId;
        var language = await reach.Within(db.Users, [target.Tenant]).Where(user => user.Id == author).Select(user => user.Language)
            .FirstOrDefaultAsync();
        return await FindAsync(target.Tenant, id) is { } row ? Fill(row.TextIn(language), target) : null;
    }

    /// <summary>
    /// What the customers of several cases read, not filled in. Where they read different languages it holds both,
    /// Japanese first: one text goes to all.
    /// </summary>
    public async Task<CannedInsert?> TextAsync(PortalTenant tenant, Guid? id, IEnumerable<DeskTarget> targets)
    {
        if (await FindAsync(tenant, id) is not { } row)
        {
            return null;
        }

        var authors = targets.Select(target => target.Row.AuthorId).Distinct().ToArray();
        var languages = await reach.Within(db.Users, [tenant]).Where(user => authors.Contains(user.Id)).Select(user => user.Language)
            .Distinct().ToListAsync();
        string[] texts = [.. languages.Select(row.TextIn).Distinct().OrderBy(text => text == row.TextJa ? 0 : 1)];
        return texts is [] ? new CannedInsert(row.TextJa, false) : new CannedInsert(string.Join("\n\n", texts), texts.Length > 1);
    }

    public string Fill(string text, DeskTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var row = target.Row;
        return CannedText.Fill(text,
            new CannedFacts(row.AuthorName, CaseNumber.Of(row.Number), row.Subject, session.User.DisplayName));
    }

    private Task<CannedAnswer?> FindAsync(PortalTenant tenant, Guid? id) =>
        reach.Within(db.CannedAnswers, [tenant]).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);
}
