using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;

namespace Portal.Web.Audit;

/// <param name="Before">Set where the fact is a change.</param>
public sealed record AuditFact(string Name, string? Before, string Value);

/// <summary>
/// Events in the reader's language. What has no words is shown as it was recorded: a reason that a person typed, a
/// name, an address.
/// </summary>
public sealed class AuditWords(EventKinds kinds, IStringLocalizerFactory texts)
{
    /// <summary>The detail whose parts are changes.</summary>
    private const string Changes = "changes";

    // The localizer remembers every key that it misses; typed reasons would fill its memory.
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> known = new();

    // Rooms may bring a word that another one has, too; a test holds them to say the same.
    private FrozenDictionary<string, string> Words => known.GetOrAdd(
        CultureInfo.CurrentUICulture.Name,
        _ => kinds.Texts.SelectMany(text => texts.Create(text).GetAllStrings(includeParentCultures: true))
            .DistinctBy(word => word.Name).ToFrozenDictionary(word => word.Name, word => word.Value));

    public string Kind(string kind) => Word(kind, kind);

    /// <summary>
    /// An event as a sentence, where its room brings one: {0} is who acted, {1} the subject, {2} the subject's, such as
    /// "{0} changed {2} password".
    /// </summary>
    public string? Sentence(string kind) => Words.GetValueOrDefault("Sentence." + kind);

    /// <summary>A group of a history.</summary>
    public string Group(string group) => Word("Group." + group, group);

    /// <summary>
    /// Where people look for a kind among all: under what its room is called, where that brings a word for it, else
    /// under the group of its history.
    /// </summary>
    public string Area(EventKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Words.GetValueOrDefault("Area." + kinds.TextOf(kind).Name)
            ?? (kind.Group is { } group ? Group(group) : Word("Area.Others", ""));
    }

    public string Actor(ActorKind kind) => Word("Actor." + kind, kind.ToString());

    /// <summary>Why, or how: a code has a word; what a person wrote stands as it is.</summary>
    public string? Reason(string? reason) => reason is null ? null : Word("Reason." + reason, reason);

    /// <summary>
    /// A detail as a history tells it, in few words: "to 06-1234-5678". What has none of its own is told as its value.
    /// </summary>
    public string Told(string name, string value) => Words.GetValueOrDefault($"Told.{name}.{value}")
        ?? string.Format(CultureInfo.CurrentCulture, Word("Told." + name, "{0}"), Word("Value." + value, value));

    /// <summary>The facts of an event's details, one by one; those below "changes" with what was before.</summary>
    /// <param name="time">How the reader sees moments.</param>
    /// <param name="named">What the value of a detail is called, where the words of the rooms do not know.</param>
    public IReadOnlyList<AuditFact> Facts(string? details, Func<DateTimeOffset, string> time, Func<string, string, string?>? named = null)
    {
        if (details is null)
        {
            return [];
        }

        using var json = JsonDocument.Parse(details);
        return [.. Facts(json.RootElement, new Reader(time, named ?? ((_, _) => null)))];
    }

    private IEnumerable<AuditFact> Facts(JsonElement element, Reader reader) =>
        element.EnumerateObject().Where(fact => fact.Value.ValueKind is not JsonValueKind.Null)
            .SelectMany(fact => Fact(fact.Name, fact.Value, reader));

    private IEnumerable<AuditFact> Fact(string name, JsonElement value, Reader reader) => value switch
    {
        { ValueKind: JsonValueKind.Object } when name == Changes =>
            value.EnumerateObject().Select(change => Change(change.Name, change.Value, reader)),
        { ValueKind: JsonValueKind.Object } when InOwnLanguage(value) is null => Facts(value, reader),
        _ => [new AuditFact(Name(name), null, Show(name, value, reader))],
    };

    /// <summary>A change is recorded as a pair: before, after.</summary>
    private AuditFact Change(string name, JsonElement pair, Reader reader) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
            ? new AuditFact(Name(name), Show(name, pair[0], reader), Show(name, pair[1], reader))
            : new AuditFact(Name(name), null, Show(name, pair, reader));

    private string Show(string name, JsonElement value, Reader reader) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Contains('T', StringComparison.Ordinal)
            && value.TryGetDateTimeOffset(out var moment) => reader.Time(moment),
        JsonValueKind.String when value.GetString()!.Length == 0 => "–",
        JsonValueKind.String when reader.Named(name, value.GetString()!) is { } known => known,
        JsonValueKind.String => Word("Value." + value.GetString(), value.GetString()!),
        JsonValueKind.True or JsonValueKind.False => Word("Value." + value.GetBoolean(), value.GetRawText()),
        JsonValueKind.Null => "–",
        JsonValueKind.Object when InOwnLanguage(value) is { } said => said,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => Show(name, item, reader))),
        _ => value.GetRawText(),
    };

    /// <summary>Of an <see cref="EventName"/>; null where it is none.</summary>
    private static string? InOwnLanguage(JsonElement value) =>
        value.TryGetProperty(EventName.Japanese, out var japanese) && value.TryGetProperty(EventName.English, out var english)
            ? (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == EventName.English ? english : japanese).GetString() : null;

    private string Name(string name) => Word("Detail." + name, name);

    private string Word(string key, string otherwise) => Words.GetValueOrDefault(key, otherwise);

    private sealed record Reader(Func<DateTimeOffset, string> Time, Func<string, string, string?> Named);
}
