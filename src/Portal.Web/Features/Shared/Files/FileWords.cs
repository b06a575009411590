using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Files;
using Portal.Web.Files.Stored;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Files;

/// <summary>What people read about files: why one was not taken, what is taken, how large one is.</summary>
public sealed class FileWords(IStringLocalizer<FilesText> text, CurrentTenant tenant)
{
    private const double Kilobyte = 1024;

    /// <param name="name">The file's, so that it is found among ten.</param>
    public string Say(FileRefusal refusal, string name)
    {
        var limits = tenant.Value.Profile.Files.Limits();
        return text["Refusal." + refusal, name, Endings(limits), Size(limits.LargestFile), limits.MostFiles];
    }

    /// <summary>What the field takes, in a sentence.</summary>
    public string Limits()
    {
        var limits = tenant.Value.Profile.Files.Limits();
        return text["Limits", Endings(limits), Size(limits.LargestFile), limits.MostFiles];
    }

    /// <summary>In the unit that people know it by.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{Math.Ceiling(bytes / Kilobyte):0} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / Kilobyte / Kilobyte:0.#} MB"),
    };

    private string Endings(FileLimits limits) => string.Join(text["Comma"], FileKinds.Endings(limits.Kinds));
}
