using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Portal.Web.Http.Places;

/// <summary>Gives each action without a mark of its own the place that follows from its feature's folder.</summary>
internal sealed class SiteConvention : IActionModelConvention
{
    private static readonly string[] Everywhere = ["Landing", "Errors", "Shared", "Dev"];

    public void Apply(ActionModel action)
    {
        if (action.Attributes.OfType<ServedInAttribute>().Any())
        {
            return;
        }

        var mark = action.Controller.Attributes.OfType<ServedInAttribute>().FirstOrDefault()
            ?? new ServedInAttribute(Usual(action.Controller));
        foreach (var selector in action.Selectors)
        {
            selector.EndpointMetadata.Add(mark);
        }
    }

    private static Site Usual(ControllerModel controller) => (controller.ControllerType.Namespace ?? "").Split('.') switch
    {
        [_, _, "Features", "Admin", ..] => Site.Staff,
        [_, _, "Features", var feature, ..] when Everywhere.Contains(feature) => Site.Anywhere,
        _ => Site.Portal,
    };
}
