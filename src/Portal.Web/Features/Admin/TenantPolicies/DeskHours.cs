using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Rules.TenantPolicies;
using Portal.Rules.Text;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>When a desk works, as people type it (CASE-9).</summary>
public static class DeskHours
{
    private const string Prefix = "cases.desk.";
    private const string Midnight = "24:00";
    private static readonly char[] Separators = [' ', '\u3000', ',', '、', '\n', '\r', '\t'];

    /// <summary>A time of day in the one form in which profiles have it.</summary>
    public static JsonNode? Clock(PolicyForm form, PolicyField field, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(reader);
        var typed = CanonicalText.LoginId(form.Values.GetValueOrDefault(field.Key) ?? "");
        if (typed.Length == 0 || typed == Midnight)
        {
            return typed.Length == 0 ? null : typed;
        }

        if (TimeOnly.TryParseExact(typed, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time.ToString("H:mm", CultureInfo.InvariantCulture);
        }

        reader.Add(field.Name, new FieldFault.WrongForm());
        return null;
    }

    /// <param name="former">What is in force: the same days in another order are no change.</param>
    public static JsonNode? Days(PolicyForm form, PolicyField.Days field, FormReader reader, JsonNode? former)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(reader);
        var typed = (form.Values.GetValueOrDefault(field.Key) ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var days = typed.Select(DateText.Parse).ToList();
        if (days.Contains(null))
        {
            reader.Add(field.Name, new FieldFault.NotADate());
            return null;
        }

        string[] written =
            [.. days.OfType<DateOnly>().Distinct().Order().Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        if (written.Length > field.Most)
        {
            reader.Add(field.Name, new FieldFault.NotAWholeNumber(0, field.Most));
        }

        return PolicyWords.Of(ProfileValues.Text(former)).ToHashSet().SetEquals(written) ? former?.DeepClone()
            : written.Length == 0 ? null
            : new JsonArray([.. written.Select(day => (JsonNode)day!)]);
    }

    /// <summary>
    /// A desk without working days is none, and the clock runs round the clock; one with them begins and ends.
    /// </summary>
    public static Dictionary<string, JsonNode?> Whole(Dictionary<string, JsonNode?> values, FormReader reader,
        IStringLocalizer<PolicyText> text)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(text);
        if (values[Prefix + "days"] is null)
        {
            return new() { ["cases.desk"] = null };
        }

        foreach (var key in new[] { "from", "until" })
        {
            if (values[Prefix + key] is null && !reader.HasProblem($"Values[{key}]"))
            {
                reader.Add($"Values[{key}]", new FieldFault.Missing());
            }
        }

        if (Minutes(values[Prefix + "from"]) >= Minutes(values[Prefix + "until"]))
        {
            reader.Add("Values[until]", text["DeskReversed"]);
        }

        if (Words(values["cases.desk.freeDays"]).Intersect(Words(values["cases.desk.workingDays"])).Any())
        {
            reader.Add("Values[workingDays]", text["DeskDayTwice"]);
        }

        return values;
    }

    private static IReadOnlyList<string> Words(JsonNode? value) => PolicyWords.Of(ProfileValues.Text(value));

    private static int? Minutes(JsonNode? time) => time?.ToString() is not { } text ? null
        : text == Midnight ? 24 * 60
        : (int)TimeOnly.ParseExact(text, "H:mm", CultureInfo.InvariantCulture).ToTimeSpan().TotalMinutes;
}
