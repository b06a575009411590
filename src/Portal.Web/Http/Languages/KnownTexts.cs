using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.Languages;

/// <summary>
/// The texts of a room, read once for each language. The framework's localizer puts a key together, asks three
/// dictionaries and wraps the text anew at each look, of which a page takes hundreds.
/// </summary>
internal sealed class KnownTexts<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
{
    private readonly IStringLocalizer inner = factory.Create(typeof(T));

    // There are two languages; one that is read twice at once is the same both times.
    private volatile Known[] known = [];

    public LocalizedString this[string name] => Texts().GetValueOrDefault(name) ?? inner[name];

    public LocalizedString this[string name, params object[] arguments] => Texts().TryGetValue(name, out var text)
        ? new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), resourceNotFound: false)
        : inner[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => inner.GetAllStrings(includeParentCultures);

    private FrozenDictionary<string, LocalizedString> Texts()
    {
        var culture = CultureInfo.CurrentUICulture;
        foreach (var each in known)
        {
            if (ReferenceEquals(each.Culture, culture) || each.Culture.Name == culture.Name)
            {
                return each.Texts;
            }
        }

        var texts = Read();
        known = [.. known.Where(each => each.Culture.Name != culture.Name), new Known(culture, texts)];
        return texts;
    }

    private FrozenDictionary<string, LocalizedString> Read()
    {
        try
        {
            return inner.GetAllStrings(includeParentCultures: true).DistinctBy(text => text.Name).ToFrozenDictionary(text => text.Name);
        }
        catch (MissingManifestResourceException)
        {
            return FrozenDictionary<string, LocalizedString>.Empty;
        }
    }

    private sealed record Known(CultureInfo Culture, FrozenDictionary<string, LocalizedString> Texts);
}
