using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Rules.Text;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>
/// Response targets as lines of a form: for which cases, and how many working hours until what. A line with nothing in
/// it is none, so that one is added by filling an empty one and removed by emptying it (CASE-9).
/// </summary>
public sealed class TargetLines(IStringLocalizer<PolicyText> text)
{
    public const string Kind = "kinds";
    public const string Priority = "priority";

    /// <summary>So many a form has; a table that nobody overlooks keeps no promise.</summary>
    public const int Most = 12;

    private const double Year = 24 * 365;

    private static readonly string[] Hours = ["firstAnswerHours", "nextAnswerHours", "solutionHours"];

    public static readonly IReadOnlyList<string> Parts = [Kind, Priority, .. Hours];

    /// <summary>All keys of the form's values, line by line.</summary>
    public static IEnumerable<string> Names => Enumerable.Range(0, Most).SelectMany(line => Parts.Select(part => Key(line, part)));

    public static string Key(int line, string part) => string.Create(CultureInfo.InvariantCulture, $"target_{line}_{part}");

    /// <summary>A kind or a priority as profiles write it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Which part of a line the control of that name is; null for all others.</summary>
    public static string? PartOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split('[', '_', ']') is ["Values", "target", _, var part, ""] ? part : null;
    }

    /// <summary>What a path such as "cases.targets[0].priority" names: the line, from 1 on, and its part.</summary>
    /// <returns>No part where it names something else.</returns>
    public static (int Line, string Part) Place(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('.', '[', ']') is ["cases", "targets", var line, "", var part]
            && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && Parts.Contains(part)
                ? (place + 1, part)
                : (0, "");
    }

    public static void Prefill(PolicyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Complete(form);
        var lines = TargetTable.Lines(form.Tenant.ResponseTargets);
        for (var i = 0; i < Math.Min(lines.Count, Most); i++)
        {
            var line = lines[i];
            form.Values[Key(i, Kind)] = line.Kinds is [var kind] ? Word(kind) : null;
            form.Values[Key(i, Priority)] = line.Priority is { } priority ? Word(priority) : null;
            double[] hours = [line.FirstAnswerHours, line.NextAnswerHours, line.SolutionHours];
            foreach (var (part, value) in Hours.Zip(hours))
            {
                form.Values[Key(i, part)] = value.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>A page shows every line, whatever was sent.</summary>
    public static void Complete(PolicyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        foreach (var name in Names)
        {
            form.Values.TryAdd(name, null);
        }
    }

    /// <returns>As the profile has it; what is in force where it says the same.</returns>
    public JsonNode? Read(PolicyForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        int[] lines = [.. Enumerable.Range(0, Most).Where(line => Parts.Any(part => Typed(form, line, part).Length > 0))];
        ResponseTarget[] targets = [.. lines.Select(line => Line(form, reader, line))];
        var former = TargetTable.Lines(form.Tenant.ResponseTargets);
        if (former.Count > Most)
        {
            // Those that found no place in the form would be gone.
            reader.Add($"Values[{Key(0, Kind)}]", text["Target.TooMany", Most]);
            return InForce(form);
        }

        if (reader.Problems.Count == 0)
        {
            foreach (var (place, fault) in TargetTable.Faults(targets))
            {
                var part = fault == ResponseTargetFault.NeverCounts ? Kind : Hours[^1];
                reader.Add($"Values[{Key(lines[place], part)}]", text["Target." + fault, lines[place] + 1]);
            }
        }

        return targets.Select(Shown).SequenceEqual(former.Select(Shown)) ? InForce(form) : Written(targets);
    }

    private ResponseTarget Line(PolicyForm form, FormReader reader, int line)
    {
        T? Chosen<T>(string part)
            where T : struct, Enum
        {
            var words = Enum.GetValues<T>().ToDictionary(Word);
            var word = reader.Read(new ChoiceField(words.ContainsKey), $"Values[{Key(line, part)}]", Typed(form, line, part));
            return word is not null && words.TryGetValue(word, out var value) ? value : null;
        }

        double[] hours = [.. Hours.Select(part => Number(form, reader, line, part))];
        return new ResponseTarget(hours[0], hours[1], hours[2], Chosen<CaseKind>(Kind) is { } kind ? [kind] : null,
            Chosen<CasePriority>(Priority));
    }

    private double Number(PolicyForm form, FormReader reader, int line, string part)
    {
        var (name, typed) = ($"Values[{Key(line, part)}]", CanonicalText.LoginId(Typed(form, line, part)));
        if (typed.Length == 0)
        {
            reader.Add(name, new FieldFault.Missing());
        }
        else if (double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && hours is > 0 and <= Year)
        {
            return hours;
        }
        else
        {
            reader.Add(name, text["Target.HoursUnfit", Year]);
        }

        return 0;
    }

    private static string Typed(PolicyForm form, int line, string part) => form.Values.GetValueOrDefault(Key(line, part))?.Trim() ?? "";

    private static (string, CasePriority?, double, double, double) Shown(ResponseTarget target) =>
        (target.Kinds is [var kind] ? Word(kind) : "", target.Priority, target.FirstAnswerHours, target.NextAnswerHours,
            target.SolutionHours);

    private static JsonNode? InForce(PolicyForm form) =>
        JsonNode.Parse(ProfileJson.Write(form.Tenant.Profile))!["cases"]?["targets"]?.DeepClone();

    private static JsonArray? Written(IReadOnlyList<ResponseTarget> targets) => targets.Count == 0 ? null
        : new JsonArray([.. targets.Select(JsonNode (target) => Written(target))]);

    private static JsonObject Written(ResponseTarget target)
    {
        var line = new JsonObject
        {
            [Hours[0]] = target.FirstAnswerHours,
            [Hours[1]] = target.NextAnswerHours,
            [Hours[2]] = target.SolutionHours,
        };
        if (target.Kinds is [var kind])
        {
            line[Kind] = new JsonArray(Word(kind));
        }

        if (target.Priority is { } priority)
        {
            line[Priority] = Word(priority);
        }

        return line;
    }
}
