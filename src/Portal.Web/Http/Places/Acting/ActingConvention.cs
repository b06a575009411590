using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Portal.Web.Http.Places;

/// <summary>
/// Closes by their folder the pages that nobody opens in somebody else's place (SE-13): signing in, recovery, proofs,
/// links, and one's own account but for what is named here. A new page of those folders is closed unless it says
/// otherwise.
/// </summary>
internal sealed class ActingConvention : IActionModelConvention
{
    private static readonly string[] Closed =
        ["SignIn", "Recovery", "Reauthentication", "SignInNotices", "AuthenticationUnits", "LinkedAdministrators", "OwnAccount"];

    private static readonly string[] OpenParts = ["Hub", "Profile", "History"];

    public void Apply(ActionModel action)
    {
        if (action.Attributes.Concat(action.Controller.Attributes).OfType<OpenWhileActingAttribute>().Any() || !IsClosed(action.Controller))
        {
            return;
        }

        foreach (var selector in action.Selectors)
        {
            selector.EndpointMetadata.Add(new ClosedWhileActingAttribute());
        }
    }

    private static bool IsClosed(ControllerModel controller) => (controller.ControllerType.Namespace ?? "").Split('.') switch
    {
        [_, _, "Features", "OwnAccount", var part, ..] => !OpenParts.Contains(part),
        [_, _, "Features", var feature, ..] => Closed.Contains(feature),
        _ => false,
    };
}
