using System.Globalization;
using System.Resources;

namespace Portal.Web.Tenancy.Profiles.Faults;

/// <summary>Something that is wrong with a profile: where, and why in both languages.</summary>
/// <param name="Path">Where in the file, from the root on: "password.minimumLength"; empty for the whole.</param>
/// <param name="Words">Names the text.</param>
/// <param name="Arguments">What stands in it.</param>
public sealed record ProfileProblem(string Path, string Words, params IReadOnlyList<object> Arguments)
{
    private static readonly ResourceManager Texts = new(typeof(ProfileFaultText));
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Of the file, from 1; null where nobody knows, or where it is the whole.</summary>
    public int? Line { get; init; }

    /// <summary>In English with its place, as commands and logs say it.</summary>
    public string Told => (Path.Length == 0 ? "$" : "$." + Path) + ": " + In(English) + (Line is { } line ? $" (line {line})" : "");

    /// <summary>Why, in the reader's language.</summary>
    public string In(CultureInfo culture)
    {
        var text = Texts.GetString(Words, culture)
            ?? throw new MissingManifestResourceException($"{nameof(ProfileFaultText)} has no \"{Words}\".");
        return string.Format(culture, text, [.. Arguments]);
    }

    /// <summary>A word that is not one of those that mean something here.</summary>
    public static IEnumerable<ProfileProblem> UnknownWords(string path, IEnumerable<string>? words, IReadOnlyList<string> known) =>
        (words ?? []).Where(word => !known.Contains(word))
            .Select(word => new ProfileProblem(path, "UnknownWord", word, string.Join(", ", known)));
}

/// <summary>A text that is to be a profile.</summary>
/// <param name="Profile">Null where it cannot even be read.</param>
/// <param name="Problems">None where it can be used.</param>
public sealed record ProfileReading(TenantProfile? Profile, IReadOnlyList<ProfileProblem> Problems);

/// <summary>Names the texts beside it.</summary>
internal sealed class ProfileFaultText;
