using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Rules.TenantPolicies;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <param name="Profile">The whole profile with what was typed.</param>
public sealed record PolicyContent(TenantProfile Profile, string Reason);

/// <summary>Turns the form of a group into a profile, checked as a whole by the same check as files.</summary>
public sealed class PolicyInput(FormWords words, WaysBackIn ways, IStringLocalizer<PolicyText> text)
{
    private static readonly ReasonField Reason = new();

    public FormReader Reader(PolicyForm form) => words.Reader(name =>
        TargetLines.PartOf(name) is { } part ? text["Target." + part]
            : text[form.Fields.FirstOrDefault(field => field.Name == name) is { } found ? "Field." + found.Path : "Field." + name]);

    /// <summary>What is in force, into the form.</summary>
    public static void Prefill(PolicyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var values = ProfileValues.Of(form.Tenant.Profile);
        foreach (var field in form.Fields)
        {
            var value = values.GetValueOrDefault(field.Path);
            switch (field)
            {
                case PolicyField.List:
                    form.Choose(field.Name, [.. PolicyWords.Of(value)]);
                    break;
                case PolicyField.Targets:
                    TargetLines.Prefill(form);
                    break;
                default:
                    // Where there is no desk, its switch has the side of a new one.
                    form.Values[field.Key] = value ?? (field is PolicyField.Choice { In: PolicyFields.Desk } ? "true" : null);
                    break;
            }
        }
    }

    public PolicyContent Read(PolicyForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var former = ProfileComparison.Values(form.Tenant.Profile);
        var values = form.Fields.ToDictionary(field => field.Path,
            field => Value(form, field, reader, former.GetValueOrDefault(field.Path)));
        if (form.Group == PolicyFields.Desk)
        {
            values = DeskHours.Whole(values, reader, text);
        }

        WaysBackIn.Complete(form.Tenant.Profile, values);

        var reason = reader.Read(Reason, nameof(form.Reason), form.Reason);
        if (reader.Problems.Any(problem => problem.Field != nameof(form.Reason)))
        {
            return new PolicyContent(form.Tenant.Profile, reason);
        }

        var profile = ProfileValues.With(form.Tenant.Profile, values);
        foreach (var problem in ProfileCheck.Problems(profile).DistinctBy(problem => problem.Path))
        {
            var said = text["Problem." + problem.Path];
            reader.Add(Place(form, problem.Path, former, values).Name, said.ResourceNotFound ? text["Problem", problem.Path] : said);
        }

        if (ways.AreUnsigned(form.Tenant, profile))
        {
            reader.Add(PolicyFields.Find(WaysBackIn.ByPhone)!.Name, text["PhoneUnsigned"]);
        }

        return new PolicyContent(profile, reason);
    }

    /// <summary>
    /// Where a problem is told: at its own field; of what another group needs from this one, at what was switched off.
    /// </summary>
    private static PolicyField Place(PolicyForm form, string path, IReadOnlyDictionary<string, JsonNode> former,
        IReadOnlyDictionary<string, JsonNode?> typed) =>
        form.Fields.FirstOrDefault(field => field.Path == path)
            ?? form.Fields.FirstOrDefault(field =>
                Says(former.GetValueOrDefault(field.Path), "true") && Says(typed.GetValueOrDefault(field.Path), "false"))
            ?? form.Fields[0];

    private static bool Says(JsonNode? value, string word) => ProfileValues.Text(value) == word;

    private static string? Typed(PolicyForm form, PolicyField field, FormReader reader, int most) =>
        reader.Read(new LineField(most), field.Name, form.Values.GetValueOrDefault(field.Key)) is { Length: > 0 } typed ? typed : null;

    /// <param name="former">What is in force: the same words in another order are no change.</param>
    private JsonNode? Value(PolicyForm form, PolicyField field, FormReader reader, JsonNode? former)
    {
        switch (field)
        {
            case PolicyField.Number number:
                return reader.Read(new WholeNumberField(number.Least, number.Most, number.Required), field.Name,
                    form.Values.GetValueOrDefault(field.Key));
            case PolicyField.Choice choice:
                var chosen = reader.Read(new ChoiceField(PolicyFields.WordsOf(choice, form.Tenant.Profile).Contains), field.Name,
                    form.Values.GetValueOrDefault(field.Key));
                if (chosen is null)
                {
                    reader.Add(field.Name, new FieldFault.Missing());
                }

                return chosen switch { "true" => true, "false" => false, _ => chosen };
            case PolicyField.Signs { Most: var most }:
                return Typed(form, field, reader, most);
            case PolicyField.Line { Most: var most }:
                return Typed(form, field, reader, most);
            case PolicyField.Clock:
                return DeskHours.Clock(form, field, reader);
            case PolicyField.Days days:
                return DeskHours.Days(form, days, reader, former);
            case PolicyField.Targets:
                return new TargetLines(text).Read(form, reader);
            default:
                var list = (PolicyField.List)field;
                var named = form.Words(field.Name) ?? [];
                if (named.Except(list.Words).Any())
                {
                    reader.Add(field.Name, new FieldFault.NotOffered());
                }

                if (PolicyWords.Of(ProfileValues.Text(former)).ToHashSet().SetEquals(named))
                {
                    return former?.DeepClone();
                }

                return named.Count == 0 ? null : new JsonArray([.. list.Words.Intersect(named).Select(word => (JsonNode)word!)]);
        }
    }
}
