using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Files.Pictures;

namespace Portal.Web.Forms;

/// <summary>A picture that a form sent, or the reason at its field in the words of every page (FI-05).</summary>
public sealed class PictureInput(FormWords words)
{
    /// <summary>The name of the field.</summary>
    public const string Field = "file";

    /// <summary>Room for the form around the file; what is larger is refused unread (413).</summary>
    public const int FormRoom = 512 * 1024;

    /// <summary>The largest picture, with its form.</summary>
    public const int LargestBody = Picture.LargestFile + FormRoom;

    /// <returns>Null with the reason in the model state.</returns>
    public async Task<Picture?> ReadAsync(ModelStateDictionary state, IFormFile? file)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (file is null or { Length: 0 } or { Length: > Picture.LargestFile })
        {
            state.AddModelError(Field, words.Of(file is null ? PictureProblem.Missing : file.Length == 0 ? PictureProblem.Empty
                : PictureProblem.TooLarge, file?.FileName ?? ""));
            return null;
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory);
        var (picture, problem) = Picture.Read(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        if (problem is { } wrong)
        {
            state.AddModelError(Field, words.Of(wrong, file.FileName));
        }

        return picture;
    }
}
