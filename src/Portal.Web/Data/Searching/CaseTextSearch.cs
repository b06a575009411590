using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Searching;

/// <summary>
/// In which cases a folded word is, be it in the subject or in what was said to the customer's side: one seam for both
/// databases. What it gives are ids to look up; who sees which of them is asked there.
/// </summary>
public sealed class CaseTextSearch(PortalDbContext db)
{
    /// <summary>Among the cases of one contract of the current tenant.</summary>
    public IQueryable<Guid> In(Guid contract, string word) => db.Database.IsNpgsql()
        ? Found(word, contract, [db.Scope.Current])
        : db.Cases.Where(row => row.ContractId == contract).Where(Has(word)).Select(row => row.Id);

    /// <summary>
    /// The same asked of one case after another, for few of the current tenant: what is in very many cases is found
    /// among the first that one looks at, where the index would name all of them.
    /// </summary>
    public Expression<Func<SupportCase, bool>> Has(string word) => row => row.SubjectKey.Contains(word)
        || db.CaseEntries.Any(entry => entry.CaseId == row.Id && !entry.IsInternal && entry.SearchKey!.Contains(word));

    /// <summary>Among all cases of tenants that are visible.</summary>
    public IQueryable<Guid> In(IReadOnlyCollection<Guid> tenants, string word)
    {
        var ids = tenants.ToArray();
        if (db.Database.IsNpgsql())
        {
            return Found(word, null, ids);
        }

        var entries = Said(word);
        return db.Cases.AcrossTenants(db.Scope).Where(row => ids.Contains(row.TenantId) && (row.SubjectKey.Contains(word)
            || entries.Any(entry => entry.TenantId == row.TenantId && entry.CaseId == row.Id))).Select(row => row.Id);
    }

    /// <summary>
    /// What was said with the word to the customer's side: part of a query that is asked of each case, and names the
    /// case's own tenant. With a list of tenants beside that, the database would read all that was ever said.
    /// </summary>
    public IQueryable<CaseEntry> Said(string word) =>
        db.CaseEntries.Where(entry => !entry.IsInternal && entry.SearchKey!.Contains(word));

    private IQueryable<Guid> Found(string word, Guid? contract, Guid[] tenants) => db.Database
        .SqlQuery<Guid>($"""SELECT found AS "Value" FROM portal_find_cases({word}, {contract}::uuid, {tenants}) AS found""");
}
