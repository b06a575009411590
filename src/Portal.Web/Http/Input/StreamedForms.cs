using Microsoft.AspNetCore.Http.Features;
using Portal.Web.Http.Errors;

namespace Portal.Web.Http.Input;

/// <summary>Before anybody reads a form that carries files: see to it that it is read part by part.</summary>
internal sealed class StreamedForms(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!ErrorPages.IsRunning(context) && HttpMethods.IsPost(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<IStreamedFormMetadata>() is { } limit
            && StreamedForm.Of(context.Request, limit.LargestBody) is { } form)
        {
            context.Features.Set<IFormFeature>(form);
        }

        return next(context);
    }
}
