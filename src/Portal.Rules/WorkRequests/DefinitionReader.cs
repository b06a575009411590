using System.Text.Json;

namespace Portal.Rules.WorkRequests;

/// <summary>Understands a definition written as JSON, or says at which lines it cannot be understood.</summary>
public static class DefinitionReader
{
    /// <summary>What most fields are.</summary>
    internal const string TextWord = "text";

    private const int MostFaults = 20;

    private static readonly IReadOnlyDictionary<string, WorkFieldType> Types = new Dictionary<string, WorkFieldType>
    {
        [TextWord] = WorkFieldType.Text,
        ["longText"] = WorkFieldType.LongText,
        ["choice"] = WorkFieldType.Choice,
        ["date"] = WorkFieldType.Date,
        ["email"] = WorkFieldType.Email,
        ["phone"] = WorkFieldType.Phone,
        ["ipAddress"] = WorkFieldType.IpAddress,
        ["file"] = WorkFieldType.File,
        ["table"] = WorkFieldType.Table,
    };

    private static readonly WorkFieldType[] InTables =
    [
        WorkFieldType.Text, WorkFieldType.Choice, WorkFieldType.Date, WorkFieldType.Email, WorkFieldType.Phone, WorkFieldType.IpAddress,
    ];

    /// <summary>The words that a definition uses for types of fields.</summary>
    public static IEnumerable<string> TypeWords => Types.Keys;

    /// <summary>Those of them that a column of a table can have.</summary>
    public static IEnumerable<string> ColumnWords => InTables.Select(WordOf);

    /// <summary>The word for a type.</summary>
    /// <param name="type">What a field takes.</param>
    public static string WordOf(WorkFieldType type) => Types.Single(each => each.Value == type).Key;

    /// <param name="word">Any text.</param>
    /// <returns>Null where it is no such word.</returns>
    public static WorkFieldType? TypeOf(string word) => Types.TryGetValue(word, out var type) ? type : null;

    /// <summary>How long a text of a type may be where its field does not say; 0 for what is no text.</summary>
    /// <param name="type">What a field takes.</param>
    public static int LongestOf(WorkFieldType type) => type switch
    {
        WorkFieldType.Text => WorkLimits.Line,
        WorkFieldType.LongText => WorkLimits.Text,
        _ => 0,
    };

    /// <param name="json">Any text.</param>
    public static DefinitionReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > WorkLimits.Definition)
        {
            return new DefinitionReading(null, [new DefinitionFault(1, DefinitionFaultKind.Oversized, "")]);
        }

        try
        {
            return Read(JsonSpot.Read(json));
        }
        catch (JsonException e)
        {
            return new DefinitionReading(null, [new DefinitionFault((int)(e.LineNumber ?? 0) + 1, DefinitionFaultKind.NotJson, "")]);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped, is JSON and no text.
            return new DefinitionReading(null, [new DefinitionFault(1, DefinitionFaultKind.NotJson, "")]);
        }
    }

    private static DefinitionReading Read(JsonSpot root)
    {
        var faults = new List<DefinitionFault>();
        var part = new DefinitionPart(root, "", faults);
        var definition = new WorkDefinition(part.Text("title", WorkLimits.Label), part.Text("summary", WorkLimits.Hint),
            part.Text("category", WorkLimits.Label), part.Number("points", 0, WorkLimits.Points, isRequired: true) ?? 0)
        {
            Days = part.Number("days", 1, WorkLimits.Days),
            Terms = part.OptionalText("terms", WorkLimits.Terms, multiline: true),
            Fields = Fields(part, "fields", WorkLimits.Fields, isTable: false),
        };
        part.End();
        CheckWhole(part, definition);
        return faults.Count == 0
            ? new DefinitionReading(definition, [])
            : new DefinitionReading(null, [.. faults.OrderBy(fault => fault.Line).Take(MostFaults)]);
    }

    private static void CheckWhole(DefinitionPart part, WorkDefinition definition)
    {
        if (definition.Fields.Count(field => field.Type == WorkFieldType.File) > 1)
        {
            part.Add(part.LineOf("fields"), DefinitionFaultKind.SecondFile, "fields");
        }

        var inputs = definition.Fields.Sum(field => field.Type == WorkFieldType.Table ? field.MostRows * field.Columns.Count : 1);
        if (inputs > WorkLimits.Inputs)
        {
            part.Add(part.LineOf("fields"), DefinitionFaultKind.TooManyInputs, "fields");
        }
    }

    private static IReadOnlyList<WorkField> Fields(DefinitionPart part, string name, int most, bool isTable)
    {
        var (keys, days) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.Ordinal));
        return part.List(name, most, field =>
        {
            var key = field.Word("key");
            if (key.Length > 0 && !WorkCode.IsKey(key))
            {
                field.Add(field.LineOf("key"), DefinitionFaultKind.WrongKey, "key");
            }
            else if (key.Length > 0 && !keys.Add(key))
            {
                field.Add(field.LineOf("key"), DefinitionFaultKind.Twice, "key");
            }

            var read = Field(field, key, isTable);
            if (read.NotBefore is { } other && !days.Contains(other))
            {
                field.Add(field.LineOf("notBefore"), DefinitionFaultKind.NoDayBefore, "notBefore");
            }

            if (read.Type == WorkFieldType.Date)
            {
                days.Add(key);
            }

            return read;
        });
    }

    private static WorkField Field(DefinitionPart part, string key, bool isTable)
    {
        var word = part.Word("type");
        if (!Types.TryGetValue(word, out var type) || (isTable && !InTables.Contains(type)))
        {
            // Which parts go with it nobody can say: one fault is enough.
            if (word.Length > 0)
            {
                part.Add(part.LineOf("type"), DefinitionFaultKind.WrongFieldType, "type");
            }

            return new WorkField(key, type, new WorkText("", ""));
        }

        var field = new WorkField(key, type, part.Text("label", WorkLimits.Label))
        {
            Hint = isTable ? null : part.OptionalText("hint", WorkLimits.Hint),
            Required = part.Flag("required"),
        };
        field = type switch
        {
            WorkFieldType.Text => field with { Longest = part.Number("longest", 1, WorkLimits.Line) ?? WorkLimits.Line },
            WorkFieldType.LongText => field with { Longest = part.Number("longest", 1, WorkLimits.Text) ?? WorkLimits.Text },
            WorkFieldType.Choice => field with { Options = Options(part) },
            WorkFieldType.Date => field with
            {
                DaysAhead = part.Number("daysAhead", 0, WorkLimits.Days),
                NotBefore = part.OptionalWord("notBefore"),
            },
            WorkFieldType.Table => field with
            {
                Columns = Fields(part, "columns", WorkLimits.Columns, isTable: true),
                MostRows = part.Number("mostRows", 1, WorkLimits.Rows) ?? WorkLimits.Rows,
            },
            _ => field,
        };
        part.End();
        return field;
    }

    private static IReadOnlyList<WorkOption> Options(DefinitionPart part)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        return part.List("options", WorkLimits.Options, option =>
        {
            var value = option.Word("value");
            if (value.Length > 0 && !WorkCode.IsKey(value))
            {
                option.Add(option.LineOf("value"), DefinitionFaultKind.WrongKey, "value");
            }
            else if (value.Length > 0 && !values.Add(value))
            {
                option.Add(option.LineOf("value"), DefinitionFaultKind.Twice, "value");
            }

            var read = new WorkOption(value, option.Text("label", WorkLimits.Label));
            option.End();
            return read;
        });
    }
}
