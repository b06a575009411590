using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Forms;

/// <summary>How a form is answered that was not saved.</summary>
public static class FormResults
{
    private const string ElsewherePage = "ChangedElsewhere";

    /// <summary>The form as it was typed, with what is wrong at its fields.</summary>
    public static ViewResult FormAgain(
        this Controller controller, string view, object model, int status = StatusCodes.Status422UnprocessableEntity)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.Response.StatusCode = status;
        return controller.View(view, model);
    }

    /// <summary>The check page once more, with what it comes to now: it changed since the page was shown.</summary>
    public static ViewResult CheckAgain(this Controller controller, string view, object model)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.ModelState.Clear();
        return controller.FormAgain(view, model, StatusCodes.Status409Conflict);
    }

    /// <summary>Who changed it meanwhile, and both versions; nothing typed is lost (SAFE-1).</summary>
    public static ViewResult Elsewhere(this Controller controller, ChangedElsewhere page)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.ModelState.Clear();
        return controller.FormAgain(ElsewherePage, page, StatusCodes.Status409Conflict);
    }
}
