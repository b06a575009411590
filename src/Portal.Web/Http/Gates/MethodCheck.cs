using Microsoft.AspNetCore.Http.Features;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;

namespace Portal.Web.Http.Gates;

/// <summary>Pages are read and forms are sent; no other verb exists here, and no header changes one (WB-04).</summary>
internal sealed class MethodCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsHead(method))
        {
            return WithoutBodyAsync(context);
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || ErrorPages.IsRunning(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    }

    /// <summary>HEAD is GET whose body goes nowhere; routes need not know it.</summary>
    private async Task WithoutBodyAsync(HttpContext context)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Request.Method = HttpMethods.Get;
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null, body));
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Features.Set(body);
        }
    }
}
