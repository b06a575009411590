using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases.Filters;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Cases.Index;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Filters;

/// <summary>A condition in words, and the list without it.</summary>
public sealed record ConditionChip(string Label, string Href);

/// <summary>Shows conditions: as a form, as chips, and what is wrong with them.</summary>
public sealed class FilterBuilder(CaseSharing sharing, ConditionWords words, IStringLocalizer<CasesText> text)
{
    /// <summary>Of all groups.</summary>
    private const int MostPersons = CaseConditions.MostGroups * CaseConditions.MostOfGroup;

    /// <summary>Does what a button other than "run" asks for.</summary>
    /// <returns>False for a step that there is not, which runs the filter.</returns>
    public static bool Change(BuilderForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        switch ((form.Step ?? "").Split('.'))
        {
            case [BuilderForm.AddStep] when form.Groups.Count < CaseConditions.MostGroups:
                form.Groups.Add(new BuilderGroup());
                return true;
            case [BuilderForm.AddStep, var number] when At(form.Groups, number) is { } group:
                if (FilterTable.Named<CaseField>(group.Add ?? "") is { } field && group.Conditions.Count < CaseConditions.MostOfGroup)
                {
                    group.Conditions.Add(new BuilderCondition { Field = FilterTable.Key(field) });
                }

                return true;
            case [BuilderForm.RemoveStep, var number, var which] when At(form.Groups, number) is { } group:
                if (At(group.Conditions, which) is { } condition)
                {
                    group.Conditions.Remove(condition);
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>What the page shows and the browser does not decide.</summary>
    public async Task<BuilderForm> FillAsync(BuilderForm form, CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Groups.Count == 0)
        {
            form.Groups.Add(new BuilderGroup());
        }

        var persons = form.Groups.SelectMany(group => group.Conditions).Where(condition => condition.Of == CaseField.Contact).ToList();
        if (persons.Count > 0)
        {
            var people = await sharing.People(reader.ContractId).OfferedAsync();
            form.TakesOthers = people is null;
            form.People = people is null ? await ChoicesAsync(persons.Select(person => person.Value), reader) : Choices(people);
        }

        return form;
    }

    /// <summary>Puts who was typed in the place of the value; what names nobody is told at its field.</summary>
    public async Task ReadOthersAsync(BuilderForm form, CaseReader reader, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(state);
        var typed = (from several in form.Groups.Index()
                     from condition in several.Item.Conditions.Index()
                     where condition.Item.Of == CaseField.Contact && !string.IsNullOrWhiteSpace(condition.Item.Other)
                     select (Group: several.Index, Condition: condition.Index, condition.Item)).Take(MostPersons).ToList();
        var found = typed.Count == 0 ? [] : await sharing.People(reader.ContractId).NamedAsync([.. typed.Select(each => each.Item.Other!)]);
        foreach (var (each, person) in typed.Zip(found))
        {
            if (person is null)
            {
                state.AddModelError(BuilderForm.Field(each.Group, each.Condition, "Other"), text["NoSuchPersons", each.Item.Other!]);
            }
            else
            {
                (each.Item.Value, each.Item.Other) = (person.Id.ToString(), null);
            }
        }
    }

    /// <summary>What is in force, group by group.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ConditionChip>>> ChipsAsync(CaseFilter filter, CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var people = await PeopleOfAsync([filter.Conditions], reader);
        return [.. filter.Conditions.Groups.Select((group, i) => (IReadOnlyList<ConditionChip>)[.. group.Select((condition, j) =>
            new ConditionChip(words.Of(condition, people), CasePaths.Index + filter.QueryWithout(i, j)))])];
    }

    /// <summary>Several keys in words.</summary>
    public string? Order(CaseFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var keys = CaseQuery.Orders.Keys(filter.Sort);
        return keys.Count > 1 ? words.Order(keys) : null;
    }

    /// <summary>Whole filters in one line each.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync(IReadOnlyList<CaseFilter> filters, CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var people = await PeopleOfAsync([.. filters.Select(filter => filter.Conditions)], reader);
        return [.. filters.Select(filter => Describe(filter, people))];
    }

    /// <summary>Puts what is wrong at the field where it was typed, with the name of the condition.</summary>
    public void Explain(CaseFilter filter, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(state);
        if (filter.Phrase.Problem is { } problem)
        {
            state.AddModelError("q", words.Problem(problem));
        }

        foreach (var fault in filter.Reading.Faults)
        {
            var named = FilterTable.Named<CaseField>(filter.Texts[fault.Group].ElementAtOrDefault(fault.Condition)?.Field ?? "");
            state.AddModelError(BuilderForm.Field(fault.Group, fault.Condition, "Value"), text["FilterFault", fault.Group + 1,
                fault.Condition + 1, named is { } field ? words.Field(field) : text["UnknownField"].Value, words.Problem(fault.Problem)]);
        }
    }

    private string Describe(CaseFilter filter, IReadOnlyList<Choice> people)
    {
        var groups = filter.Conditions.Groups
            .Select(group => string.Join(text["AndAlso"], group.Select(condition => words.Of(condition, people))));
        string?[] parts =
        [
            filter.Preset == CaseView.All ? null : text["View." + filter.Preset].Value,
            filter.Phrase.Words.Count == 0 ? null : text["Condition.Keyword", filter.Q!].Value,
            filter.Conditions.IsEmpty ? null : string.Join(text["OrElse"], groups),
            CaseQuery.Orders.IsUsual(filter.Sort) ? null : text["SortedBy", words.Order(CaseQuery.Orders.Keys(filter.Sort))].Value,
        ];
        return string.Join(" / ", parts.OfType<string>());
    }

    /// <summary>Those whom conditions name, however many there are in the contract.</summary>
    private Task<IReadOnlyList<Choice>> PeopleOfAsync(IReadOnlyList<CaseConditions> all, CaseReader reader) =>
        ChoicesAsync(all.SelectMany(conditions => conditions.Groups).SelectMany(group => group)
            .Where(condition => condition.Field == CaseField.Contact).Select(condition => condition.Value), reader);

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(IEnumerable<string?> values, CaseReader reader)
    {
        Guid[] ids = [.. values.Select(value => Guid.TryParse(value, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct()];
        return Choices(ids.Length == 0 ? []
            : await sharing.People(reader.ContractId).AsNoTracking().Where(user => ids.Contains(user.Id)).ToListAsync());
    }

    private IReadOnlyList<Choice> Choices(IEnumerable<PortalUser> people) =>
    [
        new Choice(FilterTable.Self, text["Myself"]),
        .. PeopleOffer.ByReading(people).Select(user => new Choice(user.Id.ToString(), user.DisplayName)),
    ];

    private static T? At<T>(IList<T> all, string number)
        where T : class => int.TryParse(number, out var index) ? all.ElementAtOrDefault(index) : null;
}
