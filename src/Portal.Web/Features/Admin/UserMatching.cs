using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin;

/// <summary>Finding accounts alike in every list of the staff.</summary>
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

        return users.Matching(text, word =>
        {
            var capitals = word.ToUpperInvariant();
            return user => user.SearchKey.Contains(word) || user.Contract!.Number.Contains(word)
                || user.Contract.Number.Contains(capitals);
        });
    }

    /// <summary>People write a number with hyphens of every kind and with blanks.</summary>
    private static string? PhoneNumber(string? text) =>
        CanonicalText.PhoneNumber(text ?? "") is { Length: >= FewestDigits } number && number.All(char.IsAsciiDigit) ? number : null;
}
