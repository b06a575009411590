using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Forms;

/// <summary>
/// The way through a form: what is wrong leads back to its field (422), "back" to what was typed, and the check page
/// shows what was understood.
/// </summary>
/// <typeparam name="T">What the form says, understood.</typeparam>
public sealed class FormSteps<T>(Controller controller, SteppedForm form)
{
    /// <summary>The page with the fields.</summary>
    public required string Enter { get; init; }

    /// <summary>The page that asks once more; null where saving follows at once.</summary>
    public string? Check { get; init; }

    public required Func<FormReader, Task<T>> Read { get; init; }

    /// <summary>What stands in the way already, in the place of the check page; null where nothing does.</summary>
    public Func<T, Task<IActionResult?>> Hinder { get; init; } = _ => Task.FromResult<IActionResult?>(null);

    /// <summary>Writes what was understood into the form, for the check page.</summary>
    public Func<T, Task> Show { get; init; } = _ => Task.CompletedTask;

    public required Func<T, Task<IActionResult>> Save { get; init; }

    public async Task<IActionResult> RunAsync(FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (form.Pressed == FormStep.Back)
        {
            return controller.View(Enter, form);
        }

        var read = await Read(reader);
        controller.ModelState.Report(reader.Problems);
        if (!controller.ModelState.IsValid)
        {
            return controller.FormAgain(Enter, form);
        }

        return Check is null || form.Pressed == FormStep.Save ? await Save(read) : await AskAboutAsync(read);
    }

    // What was sent would be shown in the place of what was understood.
    private async Task<IActionResult> AskAboutAsync(T read)
    {
        if (await Hinder(read) is { } hindrance)
        {
            return hindrance;
        }

        await Show(read);
        controller.ModelState.Clear();
        return controller.View(Check, form);
    }
}
