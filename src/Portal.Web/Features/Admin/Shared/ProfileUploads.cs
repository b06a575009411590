using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Forms;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>A profile file on its way: chosen, checked, and sent on by the check page as text.</summary>
public abstract class ProfileFileForm : SteppedForm
{
    public IFormFile? Upload { get; set; }

    /// <summary>What was in the file, for the step that saves.</summary>
    public string? Content { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    /// <summary>What the file says, for the check page.</summary>
    [BindNever]
    public TenantProfile? Profile { get; set; }
}

/// <summary>
/// Reads a profile file that somebody uploaded, whatever is in it: what is wrong is said at the field (IV-01, FI-06).
/// </summary>
public sealed class ProfileUploads(IStringLocalizer<AdminText> text)
{
    /// <summary>The largest profile is a sixth of that.</summary>
    public const int LargestFile = 64 * 1024;

    private const int MostProblems = 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null with the problems in the reader.</returns>
    public async Task<TenantProfile?> ReadAsync(ProfileFileForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        // A file that was read travels on as text, also where its page comes back to be checked anew.
        if (form.Pressed != FormStep.Save && (form.Upload is not null || form.Content is null))
        {
            form.Content = await TextAsync(form.Upload, reader);
        }

        if (form.Content is null or { Length: 0 or > LargestFile })
        {
            if (!reader.HasProblem(nameof(form.Upload)))
            {
                reader.Add(nameof(form.Upload), text["Profile.Missing"]);
            }

            return null;
        }

        var (profile, problems) = ProfileJson.Examine(form.Content);
        reader.AddEach(nameof(form.Upload), problems.Take(MostProblems).Select(Say));
        return problems.Count > 0 ? null : form.Profile = profile;
    }

    /// <summary>One that the act found, at the same field.</summary>
    public string Say(ProfileProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var reason = problem.In(CultureInfo.CurrentUICulture);
        return problem switch
        {
            { Path.Length: 0 } => reason,
            { Line: { } line } => text["Profile.AtLine", line, problem.Path, reason],
            _ => text["Profile.At", problem.Path, reason],
        };
    }

    private async Task<string?> TextAsync(IFormFile? upload, FormReader reader)
    {
        if (upload is null or { Length: 0 or > LargestFile })
        {
            reader.Add(nameof(ProfileFileForm.Upload), upload is { Length: > 0 }
                ? text["Profile.TooLarge", LargestFile / 1024]
                : text["Profile.Missing"]);
            return null;
        }

        using var memory = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(memory);
        try
        {
            return Strict.GetString(memory.GetBuffer().AsSpan(0, (int)memory.Length)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            reader.Add(nameof(ProfileFileForm.Upload), text["Profile.NotUtf8"]);
            return null;
        }
    }
}
