using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Architecture.Tests.Controllers;

/// <summary>What an action must not leave open: its method, who may call it, and whether a foreign page can.</summary>
internal static class ActionFaults
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IEnumerable<string> Of(ControllerActionDescriptor action)
    {
        var name = $"{action.ControllerTypeInfo.FullName}.{action.MethodInfo.Name}";
        var methods = Methods(action);
        if (methods.Count == 0)
        {
            yield return $"{name} states no HTTP method";
        }

        if (action.EndpointMetadata.Any(data => data is IAllowAnonymous))
        {
            yield return $"{name} is open to anyone";
        }

        if (methods.Except(Reading).Any() && !IsGuardedAgainstForeignPages(action))
        {
            yield return $"{name} can be called from a foreign page";
        }
    }

    private static List<string> Methods(ControllerActionDescriptor action) =>
        [.. (action.ActionConstraints ?? []).OfType<HttpMethodActionConstraint>().SelectMany(constraint => constraint.HttpMethods)];

    private static bool IsGuardedAgainstForeignPages(ControllerActionDescriptor action)
    {
        // As the framework does: of several policies the one nearest to the action decides.
        var nearest = action.FilterDescriptors.Where(filter => filter.Filter is IAntiforgeryPolicy or AutoValidateAntiforgeryTokenAttribute
                or ValidateAntiForgeryTokenAttribute)
            .OrderBy(filter => filter.Scope).LastOrDefault()?.Filter;
        return nearest is not (null or IgnoreAntiforgeryTokenAttribute);
    }
}
