using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using Portal.Rules.Text;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Languages;

namespace Portal.Web.Http.Input;

/// <summary>
/// Looks at everything typed before it is bound: what no database takes (NUL, half a surrogate pair) becomes an error
/// at its field, and what no form of ours sends (a value twice, keys without end, rows by names of one's own, which
/// need not be there) is a bad request (F14, IV-01, IV-11).
/// </summary>
internal sealed class InputGuard(FieldShapes shapes, IStringLocalizer<HttpText> text) : IAsyncResourceFilter, IOrderedFilter
{
    private const int MostQueryFields = 64;
    private const int LongestKey = 200;
    private const int DeepestKey = 8;
    private const string NamesOfRows = ".index";

    public int Order => -2000;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (!ErrorPages.IsRunning(context.HttpContext) && (!IsSoundAddress(context) || !await IsSoundFormAsync(context)))
        {
            context.Result = new BadRequestResult();
            return;
        }

        await next();
    }

    private bool IsSoundAddress(ResourceExecutingContext context)
    {
        var query = context.HttpContext.Request.Query;
        return query.Count <= MostQueryFields
            && AgreesWithAddress(context, query)
            && query.All(field => IsSoundKey(field.Key) && field.Value.All(IsSound)
                && shapes.MayRepeat(context.ActionDescriptor, field.Key, field.Value))
            && context.RouteData.Values.Values.OfType<string>().All(IsSound);
    }

    private async Task<bool> IsSoundFormAsync(ResourceExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType)
        {
            return true;
        }

        var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        if (!AgreesWithAddress(context, form)
            || !form.All(field => IsSoundKey(field.Key) && shapes.MayRepeat(context.ActionDescriptor, field.Key, field.Value)))
        {
            return false;
        }

        var broken = context.HttpContext.Features.Get<BrokenFields>()?.Names
            ?? [.. form.Where(field => !field.Value.All(IsSound)).Select(field => field.Key)];
        foreach (var name in broken)
        {
            context.ModelState.TryAddModelError(name, text["BrokenCharacter"]);
        }

        // An action that does not look at errors still gets text that can be stored.
        if (form.Any(field => !field.Value.All(IsSound)))
        {
            request.Form = new FormCollection(form.ToDictionary(field => field.Key,
                field => new StringValues([.. field.Value.Select(value => value is null ? null : StorableText.Of(value))])), form.Files);
        }

        return true;
    }

    // AZ-04: the framework prefers the form to the address, so
    // that one page could be looked at and another row changed.
    private static bool AgreesWithAddress(ResourceExecutingContext context, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var named = (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.Parameters.Select(parameter => parameter.Name)
            .ToList() ?? [];
        return named.Count == 0
                || fields.All(field => named.Find(name => name.Equals(field.Key, StringComparison.OrdinalIgnoreCase)) is not { } name
            || !context.RouteData.Values.TryGetValue(name, out var addressed)
            || field.Value.All(value => string.Equals(value, addressed as string, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsSoundKey(string key) =>
        key.Length <= LongestKey && IsSound(key) && key.Count(letter => letter is '[' or '.') <= DeepestKey
        && !key.EndsWith(NamesOfRows, StringComparison.OrdinalIgnoreCase);

    private static bool IsSound(string? value) => value is null || StorableText.IsStorable(value);
}
