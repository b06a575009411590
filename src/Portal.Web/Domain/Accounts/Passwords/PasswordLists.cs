using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Portal.Web.Domain.Accounts.Passwords;

/// <summary>
/// Common passwords and dictionary words, as the strength estimator's own frequency lists give them (some 47,000
/// passwords, most frequent first). Whole passwords are compared, NFC and case-folded (CG-21).
/// </summary>
public sealed class PasswordLists
{
    private readonly Lazy<FrozenSet<string>> common = new(() => Read("passwords"));
    private readonly Lazy<FrozenSet<string>> words = new(() => Read("english", "female_names", "male_names", "surnames", "us_tv_and_film"));

    public bool IsCommon(string password) => common.Value.Contains(Fold(password));

    public bool IsWord(string password) => words.Value.Contains(Fold(password));

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture);

    private static FrozenSet<string> Read(params string[] lists)
    {
        var assembly = typeof(Zxcvbn.Zxcvbn).Assembly;
        return lists.SelectMany(list => Lines(assembly.GetManifestResourceStream($"zxcvbn-core.Dictionaries.{list}.lst")!)).Select(Fold)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(Stream stream)
    {
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
