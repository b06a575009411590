using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web.Http.Guards;

/// <summary>
/// Runs inside the action's transaction, so that what it has locked stays locked to the end, and what it recorded of a
/// refusal is kept.
/// </summary>
public abstract class Guard : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (await RefuseAsync(context) is { } refusal)
        {
            context.Result = refusal;
            return;
        }

        await next();
    }

    /// <returns>The answer in place of the action; null lets it begin.</returns>
    protected abstract Task<IActionResult?> RefuseAsync(ActionExecutingContext context);

    protected static Guid Id(ActionExecutingContext context) => Guid.Parse(Named(context, "id"));

    /// <summary>A part of the address.</summary>
    protected static string Named(ActionExecutingContext context, string name)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RouteData.Values[name] as string ?? throw new InvalidOperationException($"The address has no {name}.");
    }

    /// <summary>Gives what was found to the parameters that are of its type.</summary>
    protected static void Hand(ActionExecutingContext context, params object[] found)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var parameter in context.ActionDescriptor.Parameters.OfType<ControllerParameterDescriptor>().Where(GuardedAttribute.Marks))
        {
            if (found.FirstOrDefault(parameter.ParameterType.IsInstanceOfType) is { } fit)
            {
                context.ActionArguments[parameter.Name] = fit;
            }
        }
    }
}
