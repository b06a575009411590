using System.Linq.Expressions;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Admin;

/// <summary>Finding and ordering accounts alike in every list of the staff.</summary>
internal static class UserMatching
{
    /// <summary>Fewer digits than this are part of too many numbers to mean one.</summary>
    private const int FewestDigits = 4;

    /// <summary>
    /// Every word must be in the login ID, names, address, telephone number or contract number; width, kana and case do
    /// not matter (IV-03).
    /// </summary>
    public static IQueryable<PortalUser> Matching(this IQueryable<PortalUser> users, string? text)
    {
        if (PhoneNumber(text) is { } phone)
        {
            return users.Where(user => user.SearchKey.Contains(phone) || user.Contract!.Number.Contains(phone));
        }

        return SearchText.Words(text).Aggregate(users, (found, word) =>
            Holding(found, word, word.ToUpperInvariant()));
    }

    /// <param name="sort">A key of <paramref name="orders"/>, with "-" downwards; anything else is the usual
    /// order.</param>
    public static IQueryable<PortalUser> Ordered(
        this IQueryable<PortalUser> users, IReadOnlyDictionary<string, Expression<Func<PortalUser, object?>>> orders, string? sort,
            string usual)
    {
        var asked = sort is not null && orders.ContainsKey(sort.TrimStart('-')) ? sort : usual;
        var key = orders[asked.TrimStart('-')];
        var ordered = asked.StartsWith('-') ? users.OrderByDescending(key) : users.OrderBy(key);
        return ordered.ThenBy(user => user.TenantId).ThenBy(user => user.Id);
    }

    private static IQueryable<PortalUser> Holding(IQueryable<PortalUser> users, string word, string capitals) =>
        users.Where(user => user.SearchKey.Contains(word) || user.Contract!.Number.Contains(word)
            || user.Contract.Number.Contains(capitals));

    /// <summary>People write a number with hyphens of every kind and with blanks.</summary>
    private static string? PhoneNumber(string? text) =>
        CanonicalText.PhoneNumber(text ?? "") is { Length: >= FewestDigits } number && number.All(char.IsAsciiDigit) ? number : null;
}
