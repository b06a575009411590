using System.Linq.Expressions;
using Portal.Rules.Text;
using Portal.Web.Data;

namespace Portal.Web.Lists;

/// <summary>Finding rows by what people type: each word must be there, however it is written (IV-03).</summary>
public static class TextMatching
{
    /// <param name="holds">Does a row hold this word? The word comes folded, as
    /// <see cref="Data.Entities.PortalUser.SearchKey"/> is.</param>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? typed, Func<string, Expression<Func<T, bool>>> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);

        // No field holds such a text, so nothing is found; the database would refuse it.
        return TextCheck.Find(typed ?? "", multiline: false) is not null
            ? rows.Where(_ => false)
            : SearchText.Words(typed).Aggregate(rows, (found, word) => found.Where(holds(word)));
    }
}
