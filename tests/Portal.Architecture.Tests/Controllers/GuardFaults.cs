using Microsoft.AspNetCore.Mvc.Controllers;
using Portal.Web.Http.Guards;

namespace Portal.Architecture.Tests.Controllers;

/// <summary>Actions on somebody or something that nobody asked about (AZ-01, AZ-02).</summary>
internal static class GuardFaults
{
    /// <summary>Addresses below which every page is about one account of a contract.</summary>
    private const string OfAContract = "operators/{id";

    /// <summary>The staff's pages name the tenant, too.</summary>
    private const string OfATenant = "{site}";

    public static IEnumerable<string> Of(ControllerActionDescriptor action)
    {
        var name = $"{action.ControllerTypeInfo.FullName}.{action.MethodInfo.Name}";
        var hasGuard = action.FilterDescriptors.Any(filter => filter.Filter is GuardAttribute);
        if (!hasGuard && IsAboutOne(action))
        {
            yield return $"{name} asks no guard";
        }

        if (!hasGuard && action.Parameters.Any(GuardedAttribute.Marks))
        {
            yield return $"{name} waits for a guard that there is not";
        }
    }

    public static bool IsAboutOne(ControllerActionDescriptor action) => action.AttributeRouteInfo?.Template is { } template
        && (template.StartsWith(OfAContract, StringComparison.Ordinal) || template.Contains(OfATenant, StringComparison.Ordinal));
}
