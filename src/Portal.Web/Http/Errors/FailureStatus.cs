using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Portal.Web.Data;

namespace Portal.Web.Http.Errors;

/// <summary>Which status an exception is to the browser.</summary>
internal static class FailureStatus
{
    public static readonly string RetrySeconds = 60.ToString(CultureInfo.InvariantCulture);

    // No space, over quota, read-only: numbers of Linux, and "disk full" of Windows.
    private static readonly int[] Full = [28, 122, 30, unchecked((int)0x80070070)];

    public static int Of(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,

        // A folder that is gone, closed or full: what was asked for can be asked for again (FD-07, FP-10).
        DirectoryNotFoundException or UnauthorizedAccessException => StatusCodes.Status503ServiceUnavailable,
        IOException io when Full.Contains(io.HResult) => StatusCodes.Status503ServiceUnavailable,
        AntiforgeryValidationException or InvalidDataException or EncoderFallbackException => StatusCodes.Status400BadRequest,
        _ => DatabaseFailure.Of(exception) switch
        {
            DatabaseFailureKind.Conflict => StatusCodes.Status409Conflict,
            DatabaseFailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            DatabaseFailureKind.Unfit => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        },
    };
}
