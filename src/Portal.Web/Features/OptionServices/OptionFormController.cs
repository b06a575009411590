using Microsoft.AspNetCore.Mvc;
using Portal.Rules.OptionServices;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OptionServices;

/// <summary>
/// Setting one service of one number: entered, checked, saved; what somebody else saved meanwhile is shown beside
/// one's own (OPT-1, OPT-4). A number that this account does not set does not exist.
/// </summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.OptionServices)]
public abstract class OptionFormController<TForm>(OptionEditing editing, IOptionInput<TForm> input) : Controller
    where TForm : OptionForm, new()
{
    private const string EnterPage = "Edit";
    private const string CheckPage = "Check";

    [HttpGet("")]
    public async Task<IActionResult> Edit(string number)
    {
        if (await editing.FindAsync(number) is not { } options)
        {
            return NotFound();
        }

        var form = new TForm { Options = options };
        form.Version = options.Row(form.Service)?.Version ?? 0;
        form.Show(options.Settings(form.Service));
        return View(EnterPage, form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update(string number, TForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await editing.FindAsync(number) is not { } options)
        {
            return NotFound();
        }

        form.Options = options;
        form.Unfold();
        return await new FormSteps<OptionSettings>(this, form)
        {
            Enter = EnterPage,
            Check = CheckPage,
            Read = reader => Task.FromResult(Read(form, reader)),
            Show = settings =>
            {
                ShowChecked(form, settings);
                return Task.CompletedTask;
            },
            Save = settings => SaveAsync(form, settings),
        }.RunAsync(editing.Reader());
    }

    private OptionSettings Read(TForm form, FormReader reader)
    {
        var settings = input.Read(form, reader);
        if (reader.Problems.Count == 0 && OptionActs.Conflict(settings, form.Options.Rows) is { } conflict)
        {
            editing.Tell(form, settings, conflict, reader);
        }

        return settings;
    }

    private void ShowChecked(TForm form, OptionSettings settings)
    {
        form.Show(settings);
        form.Lines = input.Lines(settings);
    }

    private async Task<IActionResult> SaveAsync(TForm form, OptionSettings settings)
    {
        switch (await editing.SaveAsync(form, settings))
        {
            case OptionOutcome.NotFound:
                return NotFound();
            case OptionOutcome.Elsewhere { Row: var row }:
                return this.Elsewhere(editing.Compare(form, row, input.Lines(settings), input.Lines(OptionJson.Read(row.Service, row))));
            case OptionOutcome.Conflicts { Conflict: var conflict }:
                // Saved elsewhere since this request began to read.
                var reader = editing.Reader();
                editing.Tell(form, settings, conflict, reader);
                ModelState.Report(reader.Problems);
                return this.FormAgain(EnterPage, form);
            case var outcome:
                TempData.Success(editing.Said(outcome, form.Service));
                return new SeeOtherResult(OptionPaths.Number(form.Digits));
        }
    }
}
