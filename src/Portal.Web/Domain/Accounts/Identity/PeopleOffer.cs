using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// One person or several chosen among some: from a list while they are few, by ID or e-mail address where a list would
/// be longer than anybody reads (PERF-3).
/// </summary>
public static class PeopleOffer
{
    /// <summary>As many as one looks through.</summary>
    public const int Most = 100;

    /// <returns>All of them by their reading; null where they are too many for a list.</returns>
    public static async Task<IReadOnlyList<PortalUser>?> OfferedAsync(this IQueryable<PortalUser> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var found = await people.AsNoTracking().OrderBy(user => user.Id).Take(Most + 1).ToListAsync();
        return found.Count > Most ? null : [.. ByReading(found)];
    }

    /// <summary>Whom the text names: the id that a list sends, the ID, or the e-mail address.</summary>
    /// <param name="people">Those who count.</param>
    /// <param name="typed">Any text.</param>
    /// <returns>Null where that is nobody, or several.</returns>
    public static async Task<PortalUser?> NamedAsync(this IQueryable<PortalUser> people, string? typed) =>
        typed is null ? null : (await people.NamedAsync([typed]))[0];

    /// <summary>The same for several, in one statement.</summary>
    /// <param name="people">Those who count.</param>
    /// <param name="typed">Any texts.</param>
    /// <returns>One for each text.</returns>
    public static async Task<IReadOnlyList<PortalUser?>> NamedAsync(this IQueryable<PortalUser> people, IReadOnlyList<string> typed)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(typed);
        var names = typed.Select(Name.Of).ToList();
        Guid[] ids = [.. names.Select(name => name.Id).OfType<Guid>()];
        string[] keys = [.. names.SelectMany(name => name.Keys)];
        string[] emails = [.. names.Select(name => name.Email)];

        // An ID is one's own; an address may be shared, and then names nobody.
        var found = await people.Where(user => ids.Contains(user.Id) || keys.Contains(user.NormalizedUserName)
            || (emails.Contains(user.NormalizedEmail)
                && !people.Any(other => other.NormalizedEmail == user.NormalizedEmail && other.Id != user.Id))).ToListAsync();
        return [.. names.Select(name => name.Among(found))];
    }

    /// <summary>In the order in which people look for one another.</summary>
    public static IEnumerable<PortalUser> ByReading(IEnumerable<PortalUser> people) =>
        people.OrderBy(user => user.FamilyNameKana + user.GivenNameKana, StringComparer.Ordinal).ThenBy(user => user.Id);

    /// <param name="Keys">As login ID and as telephone number.</param>
    private sealed record Name(Guid? Id, IReadOnlyList<string> Keys, string Email)
    {
        public static Name Of(string typed) => new(Guid.TryParse(typed, out var id) ? id : null,
            [CanonicalText.LoginId(typed), CanonicalText.PhoneNumber(typed)], CanonicalText.Email(typed));

        public PortalUser? Among(IReadOnlyList<PortalUser> found) => found.FirstOrDefault(user => user.Id == Id)
            ?? Only(found.Where(user => Keys.Contains(user.NormalizedUserName)))
            ?? (Email.Length == 0 ? null : Only(found.Where(user => user.NormalizedEmail == Email)));

        private static PortalUser? Only(IEnumerable<PortalUser> found) => found.Take(2).ToList() is [var only] ? only : null;
    }
}
