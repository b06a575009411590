using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Portal.Web.Data;

namespace Portal.Web.Http.Errors;

/// <summary>Which status an exception is to the browser.</summary>
internal static class FailureStatus
{
    public static readonly string RetrySeconds = 60.ToString(CultureInfo.InvariantCulture);

    public static int Of(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
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
