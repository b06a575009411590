using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Rules.Cases;
using Portal.Rules.Cases.Filters;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Searching;
using Condition = System.Linq.Expressions.Expression<System.Func<Portal.Web.Data.Entities.SupportCase, bool>>;

namespace Portal.Web.Domain.Cases.Filters;

/// <summary>
/// Conditions and keyword as part of the query (CASE-5): whatever shows, counts or exports filtered cases asks here,
/// and nothing is filtered after the query. It only narrows what <see cref="CaseSights"/> gives, so no condition shows
/// a case that its reader may not see.
/// </summary>
public sealed class CaseFinder(PortalDbContext db, CaseTextSearch texts, TimeProvider clock)
{
    /// <summary>As many cases as can be looked at one by one.</summary>
    public const int Near = 1_000;

    /// <param name="seen">Cases that the reader sees.</param>
    public async Task<IQueryable<SupportCase>> NarrowAsync(IQueryable<SupportCase> seen, CaseReader reader, CaseSearch asked)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(asked);
        var groups = asked.Conditions.Groups;
        var contracts = groups.SelectMany(group => group).Any(condition => ContractCondition.Is(condition.Field))
            ? await db.Contracts.AsNoTracking().Include(row => row.Holder).Where(row => row.Id == reader.ContractId).ToListAsync()
            : [];
        var found = groups.Count == 0 ? seen : seen.Where(groups
            .Select(group => group.Select(condition => Holds(condition, contracts, reader, asked)).Aggregate(Joined(Expression.AndAlso)))
            .Aggregate(Joined(Expression.OrElse)));
        return asked.Words.Aggregate(found, (rows, word) => WithWord(rows, reader.ContractId, word));
    }

    /// <summary>
    /// Those among the first <see cref="Near"/> of an order that have all words: looked at one by one. A word that is
    /// in very many cases is found here, and the index, which names every case with it, need not be asked (PERF-7).
    /// </summary>
    /// <param name="ordered">Cases that the reader sees, narrowed by all but the words.</param>
    public IQueryable<SupportCase> Nearest(IQueryable<SupportCase> ordered, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(ordered);
        ArgumentNullException.ThrowIfNull(words);
        return words.Aggregate(ordered.Take(Near), (rows, word) =>
        {
            var number = NumberIn(word);
            Condition named = row => row.Number == number;
            return rows.Where(number > 0 ? Joined(Expression.OrElse)(texts.Has(word), named) : texts.Has(word));
        });
    }

    // What the customer's side reads: the staff's own entries have no key, and are asked for nowhere (CASE-4). One list
    // of ids, that of the number in it: with an "or" beside it, the database would look at every case of the contract.
    private IQueryable<SupportCase> WithWord(IQueryable<SupportCase> rows, Guid contract, string word)
    {
        var number = NumberIn(word);
        var found = texts.In(contract, word);
        if (number > 0)
        {
            found = found.Union(db.Cases.Where(row => row.ContractId == contract && row.Number == number).Select(row => row.Id));
        }

        return rows.Where(row => found.Contains(row.Id));
    }

    private static int NumberIn(string word) =>
        CaseNumber.Read(word) ?? (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    private Condition Holds(FilterCondition condition, List<Contract> contracts, CaseReader reader, CaseSearch asked)
    {
        switch (condition.Field)
        {
            case CaseField.Number:
                return CaseCondition.Number(condition.Operator, condition.Number);
            case CaseField.Status:
                var status = condition.Choice<CaseStatus>();
                return Said(row => row.Status == status, condition);
            case CaseField.Category:
                var kind = condition.Choice<CaseKind>();
                return Said(row => row.Kind == kind, condition);
            case CaseField.Subject:
                return CaseCondition.Subject(condition);
            case CaseField.Contact when condition.Operator == FilterOperator.Empty:
                return row => !db.Users.Any(user => user.Id == row.AuthorId);
            case CaseField.Contact:
                Guid? person = condition.Person(reader.UserId);
                return Said(row => row.AuthorId == person, condition);
            case CaseField.Contract or CaseField.Holder or CaseField.Service:
                var ids = ContractCondition.Among(contracts, condition);
                return row => ids.Contains(row.ContractId);
            default:
                return CaseCondition.Moment(condition, clock.GetUtcNow(), asked.StartOfDay);
        }
    }

    private static Condition Said(Condition holds, FilterCondition condition) =>
        condition.Operator == FilterOperator.IsNot ? CaseCondition.Not(holds) : holds;

    private static Func<Condition, Condition, Condition> Joined(Func<Expression, Expression, Expression> join) => (one, other) =>
        Expression.Lambda<Func<SupportCase, bool>>(
            join(one.Body, ReplacingExpressionVisitor.Replace(other.Parameters[0], one.Parameters[0], other.Body)), one.Parameters);
}
