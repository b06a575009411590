using System.Globalization;
using System.Text.Json;
using Portal.Rules.Text;

namespace Portal.Rules.WorkRequests;

/// <summary>
/// Reads one object of a definition part by part; what nobody asked for by the end is a part that is not known.
/// </summary>
internal sealed class DefinitionPart
{
    private readonly Dictionary<string, JsonMember> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly JsonSpot spot;
    private readonly string place;
    private readonly List<DefinitionFault> faults;

    public DefinitionPart(JsonSpot spot, string place, List<DefinitionFault> faults)
    {
        (this.spot, this.place, this.faults) = (spot, place, faults);
        if (spot.Kind != JsonValueKind.Object)
        {
            Add(spot.Line, DefinitionFaultKind.WrongType, "");
        }

        foreach (var member in spot.Members)
        {
            if (!members.TryAdd(member.Name, member))
            {
                Add(member.Line, DefinitionFaultKind.Twice, member.Name);
            }
        }
    }

    /// <summary>The line of a part, or of the object where the part is missing.</summary>
    public int LineOf(string name) => members.TryGetValue(name, out var member) ? member.Line : spot.Line;

    public string PlaceOf(string name) => (place.Length, name.Length) switch
    {
        (0, _) => name,
        (_, 0) => place,
        _ => $"{place}.{name}",
    };

    public void Add(int line, DefinitionFaultKind kind, string name) => faults.Add(new DefinitionFault(line, kind, PlaceOf(name)));

    /// <returns>A word or key; empty beside a fault.</returns>
    public string Word(string name) => Find(name, JsonValueKind.String, isRequired: true)?.Text ?? "";

    /// <returns>Null where there is none.</returns>
    public string? OptionalWord(string name) => Find(name, JsonValueKind.String, isRequired: false)?.Text;

    public WorkText Text(string name, int longest, bool multiline = false) =>
        OptionalText(name, longest, multiline, isRequired: true) ?? new WorkText("", "");

    /// <returns>Null where there is none.</returns>
    public WorkText? OptionalText(string name, int longest, bool multiline = false, bool isRequired = false)
    {
        if (Find(name, JsonValueKind.Object, isRequired) is not { } found)
        {
            return null;
        }

        var part = new DefinitionPart(found, PlaceOf(name), faults);
        var text = new WorkText(part.Line("ja", longest, multiline), part.Line("en", longest, multiline));
        part.End();
        return text;
    }

    /// <returns>Null where there is none.</returns>
    public int? Number(string name, int least, int most, bool isRequired = false)
    {
        if (Find(name, JsonValueKind.Number, isRequired) is not { } found)
        {
            return null;
        }

        if (int.TryParse(found.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Add(found.Line, DefinitionFaultKind.OutOfRange, name);
        return null;
    }

    public bool Flag(string name)
    {
        asked.Add(name);
        if (!members.TryGetValue(name, out var member))
        {
            return false;
        }

        if (member.Value.Kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Add(member.Line, DefinitionFaultKind.WrongType, name);
        }

        return member.Value.Kind == JsonValueKind.True;
    }

    /// <summary>Entries of a list that must be there, each read by itself.</summary>
    public IReadOnlyList<T> List<T>(string name, int most, Func<DefinitionPart, T> read, int least = 1)
    {
        if (Find(name, JsonValueKind.Array, isRequired: true) is not { } found)
        {
            return [];
        }

        if (found.Items.Count < least || found.Items.Count > most)
        {
            Add(found.Line, DefinitionFaultKind.WrongCount, name);
            return [];
        }

        return [.. found.Items.Select((item, index) => read(new DefinitionPart(item,
            string.Create(CultureInfo.InvariantCulture, $"{PlaceOf(name)}[{index}]"), faults)))];
    }

    /// <summary>Says what is left over.</summary>
    public void End()
    {
        foreach (var member in members.Values.Where(member => !asked.Contains(member.Name)))
        {
            Add(member.Line, DefinitionFaultKind.Unknown, member.Name);
        }
    }

    private string Line(string name, int longest, bool multiline)
    {
        if (Find(name, JsonValueKind.String, isRequired: true) is not { } found)
        {
            return "";
        }

        var text = CanonicalText.FreeText(found.Text);
        if (text.Length == 0 || CodePoints.Count(text) > longest || TextCheck.Find(text, multiline) is not null)
        {
            Add(found.Line, DefinitionFaultKind.WrongText, name);
        }

        return text;
    }

    private JsonSpot? Find(string name, JsonValueKind kind, bool isRequired)
    {
        asked.Add(name);
        if (!members.TryGetValue(name, out var member))
        {
            if (isRequired && spot.Kind == JsonValueKind.Object)
            {
                Add(spot.Line, DefinitionFaultKind.Missing, name);
            }

            return null;
        }

        if (member.Value.Kind == kind)
        {
            return member.Value;
        }

        Add(member.Line, DefinitionFaultKind.WrongType, name);
        return null;
    }
}
