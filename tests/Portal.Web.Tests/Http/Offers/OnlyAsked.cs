using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Web.Tests.Http.Offers;

/// <summary>
/// Stands between an action and all that may refuse it: whether a form may be sent can be asked without anything being
/// done. Only the browser that says so is answered in this way.
/// </summary>
internal sealed class OnlyAsked : IAsyncActionFilter, IOrderedFilter
{
    public const string Browser = "OnlyAsked/1.0";

    /// <summary>After every guard.</summary>
    public int Order => int.MaxValue;

    public static void Add(IServiceCollection services) => services.Configure<MvcOptions>(options => options.Filters.Add(new OnlyAsked()));

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.Headers.UserAgent == Browser)
        {
            context.Result = new NoContentResult();
            return;
        }

        await next();
    }
}
