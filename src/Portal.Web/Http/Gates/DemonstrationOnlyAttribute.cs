using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Gates;

/// <summary>Outside demonstration mode the page does not exist.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DemonstrationOnlyAttribute : Attribute, IResourceFilter, IOrderedFilter
{
    /// <summary>Before anything of the request is read, files above all (FI-06).</summary>
    public int Order => -10_000;

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.Demo)
            context.Result = new NotFoundResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
