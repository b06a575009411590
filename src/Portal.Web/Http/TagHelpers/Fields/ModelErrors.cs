using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

internal static class ModelErrors
{
    /// <summary>Messages of one field, the same for field and summary; each once.</summary>
    public static IEnumerable<string> Of(ModelStateDictionary state, string name, IStringLocalizer text) =>
        state.TryGetValue(name, out var entry) ? Messages(entry, text) : [];

    public static IEnumerable<string> Messages(ModelStateEntry entry, IStringLocalizer text) =>
        entry.Errors.Select(error => error.ErrorMessage is { Length: > 0 } message ? message : text["WrongValue"].Value).Distinct();
}
