// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/configurationevaluator.h"

namespace drydock::terraform {

class ConfigurationEvaluator::Running
{
public:
    Running(ConfigurationEvaluator &evaluator, Progress &progress, const Frame &frame)
        : m_evaluator(evaluator)
        , m_progress(progress)
    {
        m_progress = Progress::Running;
        m_evaluator.m_frames.push_back(frame);
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;
    ~Running()
    {
        m_progress = Progress::Done;
        m_evaluator.m_frames.pop_back();
    }

private:
    ConfigurationEvaluator &m_evaluator;
    Progress &m_progress;
};

} // namespace drydock::terraform
