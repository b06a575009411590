using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Portal.Web.Http.Places;

/// <summary>
/// Finds a view beside its controller: first in a folder named after the controller, then in the feature's folder, then
/// in the folders above it (an area's own layout), last in Features/Shared.
/// </summary>
public sealed class FeatureViewLocations : IViewLocationExpander
{
    private const string Root = "Portal.Web.Features.";
    private const string Key = "feature";
    private static readonly string[] SharedFolders =
        ["", "/Layout", "/Histories", "/Passkeys", "/Lists", "/Forms", "/Slips", "/Cases", "/Orders", "/Points", "/WorkRequests",
            "/Details"];

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Key] = FeatureOf(context.ActionContext.ActionDescriptor as ControllerActionDescriptor);

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        var folder = context.Values[Key];
        if (folder is { Length: > 0 })
            yield return $"/Features/{folder}/{{1}}/{{0}}.cshtml";
        for (; folder is { Length: > 0 }; folder = Parent(folder))
            yield return $"/Features/{folder}/{{0}}.cshtml";
        foreach (var part in SharedFolders)
            yield return $"/Features/Shared{part}/{{0}}.cshtml";
    }

    private static string FeatureOf(ControllerActionDescriptor? action) =>
        action?.ControllerTypeInfo.Namespace is { } name && name.StartsWith(Root, StringComparison.Ordinal)
            ? name[Root.Length..].Replace('.', '/')
            : "";

    private static string Parent(string folder) => folder.LastIndexOf('/') is >= 0 and var end ? folder[..end] : "";
}
