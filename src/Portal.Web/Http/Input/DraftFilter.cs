using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Languages;

namespace Portal.Web.Http.Input;

/// <summary>
/// Fills a page with what was typed before the session ended;
/// tag helpers show what was sent before what the model holds.
/// </summary>
internal sealed class DraftFilter(DraftKeeper drafts, WorkingContract contracts, ITempDataDictionaryFactory tempData,
    IStringLocalizer<HttpText> text) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) && !ErrorPages.IsRunning(context.HttpContext)
            && await drafts.RedeemAsync(context.HttpContext) is { } found)
        {
            if (found.Fields is { } fields)
            {
                Fill(context, fields);
            }
            else if (await NumberAsync(found.ContractId) is { } number)
            {
                tempData.GetTempData(context.HttpContext).Warning(text["DraftOfContract", number]);
            }
        }

        await next();
    }

    private void Fill(ActionExecutingContext context, IReadOnlyDictionary<string, string[]> fields)
    {
        foreach (var (name, values) in fields)
        {
            context.ModelState.SetModelValue(name, values, string.Join(',', values));
            context.ModelState.MarkFieldSkipped(name);
        }

        tempData.GetTempData(context.HttpContext).Success(text["DraftRestored"]);
    }

    /// <summary>Of a contract that can be switched to.</summary>
    private async Task<string?> NumberAsync(Guid? contractId) => contractId is null ? null
        : (await contracts.ChoicesAsync()).FirstOrDefault(choice => choice.Contract.Id == contractId)?.Contract.Number;
}
